const { getSessionInfo } = require('@/lib/signal-server');
const { track, trackTwice } = require('../../lib/analytics');
const { recordPaid } = require('../../lib/payments');

module.exports = async (req, res) => {
  const session = getSessionInfo(req);
  await track('order_placed', req.body.userId, session);
  trackTwice(req.body.userId, session);
  recordPaid(req.body.userId, session);
  res.json({});
};
