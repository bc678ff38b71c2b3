const { getSignal } = require('./analytics');

function recordPaid(userId, session) {
  module.exports.signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'paid',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

module.exports = { signal: getSignal(), recordPaid };
