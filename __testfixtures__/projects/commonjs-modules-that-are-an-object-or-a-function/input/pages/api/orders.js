const { trackOrder } = require('../../lib/orders');

module.exports = async function handler(req, res) {
  trackOrder(req.body.userId, req.body.total);
  res.status(202).end();
};
