const { signal } = require('./signal-server');

function trackOrder(userId, total) {
  signal.capture({ distinctId: userId, event: 'order_created', properties: { total } });
}

module.exports = {
  trackOrder,
  trackRefund: (userId) => {
    signal.capture({ distinctId: userId, event: 'order_refunded' });
  },
};
