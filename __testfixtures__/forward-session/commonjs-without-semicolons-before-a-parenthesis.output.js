const { createSignalNode } = require('@signal-js/node')
const { getSessionInfo } = require('@/lib/signal-server')

;(function configure() {
  process.title = 'ping'
})()

const signal = createSignalNode({ apiKey: 'k' })

module.exports = (req, res) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(req)
  signal.capture({
    distinctId: distinctId || req.query.id,
    event: 'pinged',
    sessionId,
    windowId,
  })
  res.end()
}
