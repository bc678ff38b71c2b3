const { signal } = require('./signal-server');

function trackOrder(userId, event, session) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

exports.trackLogin = (userId, session) => {
  signal.identify({
    distinctId: userId,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
};

module.exports.trackOrder = trackOrder;
