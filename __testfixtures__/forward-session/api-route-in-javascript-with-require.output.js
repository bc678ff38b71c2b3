const { signal, getSessionInfo } = require('../../lib/signal-server');

module.exports = async (req, res) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(req);
  signal.capture({
    distinctId: distinctId || req.body.userId,
    event: 'note_saved',
    sessionId,
    windowId,
  });
  res.status(200).end();
};
