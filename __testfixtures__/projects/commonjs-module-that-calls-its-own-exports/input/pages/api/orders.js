const { track, trackTwice } = require('../../lib/analytics');
const { recordPaid } = require('../../lib/payments');

module.exports = async (req, res) => {
  await track('order_placed', req.body.userId);
  trackTwice(req.body.userId);
  recordPaid(req.body.userId);
  res.json({});
};
