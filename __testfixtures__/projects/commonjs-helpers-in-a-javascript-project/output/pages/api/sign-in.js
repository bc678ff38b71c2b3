const analytics = require('../../lib/analytics');
const { getSessionInfo } = require('../../lib/signal-server');

module.exports = (req, res) => {
  const session = getSessionInfo(req);
  analytics.trackLogin(req.body.name, session);
  res.json({ ok: true });
};
