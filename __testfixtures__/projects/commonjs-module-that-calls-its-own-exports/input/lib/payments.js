const { getSignal } = require('./analytics');

function recordPaid(userId) {
  module.exports.signal.capture({ distinctId: userId, event: 'paid' });
}

module.exports = { signal: getSignal(), recordPaid };
