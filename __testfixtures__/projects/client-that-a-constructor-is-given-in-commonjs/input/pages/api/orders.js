const { events } = require('../../lib/make');

module.exports = async (req, res) => {
  events.send(req.body.userId, 'order_placed');
  res.json({});
};
