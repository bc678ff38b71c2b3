// @file pages/api/ping.js
const { signal } = require('../../lib/signal-server');

exports.default = async function handler(req, res) {
  signal.capture({ distinctId: req.query.id, event: 'pinged' });
  res.end();
};
