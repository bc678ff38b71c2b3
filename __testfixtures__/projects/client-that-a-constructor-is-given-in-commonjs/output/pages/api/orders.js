const { getSessionInfo } = require('@/lib/signal-server');
const { events } = require('../../lib/make');

module.exports = async (req, res) => {
  const session = getSessionInfo(req);
  events.send(req.body.userId, 'order_placed', session);
  res.json({});
};
