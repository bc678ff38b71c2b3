const bundle = require('@next/bundle-analyzer')({ enabled: false })
const path = require('node:path')

;['a', 'b'].forEach((name) => path.join(name))

module.exports = bundle({})
