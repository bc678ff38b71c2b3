const analytics = require('../../lib/signal-server')

module.exports = async function handler(req, res) {
  const { sessionId, windowId, distinctId } = analytics.getSessionInfo(req)
  analytics.signal.capture({
    distinctId: distinctId || req.body.userId,
    event: 'note_saved',
    sessionId,
    windowId,
  })
  res.status(200).end()
}
