// @file pages/api/ping.js
const { createSignalNode } = require('@signal-js/node')

;(function configure() {
  process.title = 'ping'
})()

const signal = createSignalNode({ apiKey: 'k' })

module.exports = (req, res) => {
  signal.capture({ distinctId: req.query.id, event: 'pinged' })
  res.end()
}
