const { trackOrder } = require('../../lib/orders');
const { getSessionInfo } = require('../../lib/signal-server');

module.exports = async function handler(req, res) {
  const session = getSessionInfo(req);
  trackOrder(req.body.userId, req.body.total, session);
  res.status(202).end();
};
