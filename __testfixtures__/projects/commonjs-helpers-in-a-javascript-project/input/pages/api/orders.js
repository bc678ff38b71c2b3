const { trackOrder } = require('../../lib/analytics');

module.exports = async function handler(req, res) {
  trackOrder(req.body.userId, 'order_created');
  res.status(202).end();
};
