'use strict'

const { createSignalServer } = require('signal-next/server')

exports.signal = createSignalServer({ apiKey: process.env.SIGNAL_API_KEY })
