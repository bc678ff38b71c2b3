const trackSignIn = require('../../lib/track-sign-in');
const { getSessionInfo } = require('../../lib/signal-server');

module.exports = (req, res) => {
  const session = getSessionInfo(req);
  trackSignIn(req.body.name, session);
  res.json({ ok: true });
};
