const { signal, getSessionInfo } = require('../../lib/signal-server');

exports.default = async function handler(req, res) {
  const { sessionId, windowId, distinctId } = getSessionInfo(req);
  signal.capture({
    distinctId: distinctId || req.query.id,
    event: 'pinged',
    sessionId,
    windowId,
  });
  res.end();
};
