const analytics = require('../../lib/analytics');

module.exports = (req, res) => {
  analytics.trackLogin(req.body.name);
  res.json({ ok: true });
};
