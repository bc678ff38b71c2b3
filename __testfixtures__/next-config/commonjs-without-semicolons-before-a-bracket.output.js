const bundle = require('@next/bundle-analyzer')({ enabled: false })
const path = require('node:path')
const { withSignalConfig } = require('signal-next/config')

;['a', 'b'].forEach((name) => path.join(name))

module.exports = withSignalConfig(bundle({}))
