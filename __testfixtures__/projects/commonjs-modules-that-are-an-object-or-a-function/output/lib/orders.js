const { signal } = require('./signal-server');

function trackOrder(userId, total, session) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'order_created',
    properties: { total },
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

module.exports = {
  trackOrder,
  trackRefund: (userId, session) => {
    signal.capture({
      distinctId: session?.distinctId || userId,
      event: 'order_refunded',
      sessionId: session?.sessionId,
      windowId: session?.windowId,
    });
  },
};
