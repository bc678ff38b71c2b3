// @file pages/api/notes.js
const { signal } = require('../../lib/signal-server');

module.exports = async (req, res) => {
  signal.capture({ distinctId: req.body.userId, event: 'note_saved' });
  res.status(200).end();
};
