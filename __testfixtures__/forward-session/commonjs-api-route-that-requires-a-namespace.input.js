// @file pages/api/notes.js
const analytics = require('../../lib/signal-server')

module.exports = async function handler(req, res) {
  analytics.signal.capture({ distinctId: req.body.userId, event: 'note_saved' })
  res.status(200).end()
}
