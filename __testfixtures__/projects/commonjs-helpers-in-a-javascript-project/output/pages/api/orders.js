const { trackOrder } = require('../../lib/analytics');
const { getSessionInfo } = require('../../lib/signal-server');

module.exports = async function handler(req, res) {
  const session = getSessionInfo(req);
  trackOrder(req.body.userId, 'order_created', session);
  res.status(202).end();
};
