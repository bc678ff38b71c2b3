const trackSignIn = require('../../lib/track-sign-in');

module.exports = (req, res) => {
  trackSignIn(req.body.name);
  res.json({ ok: true });
};
