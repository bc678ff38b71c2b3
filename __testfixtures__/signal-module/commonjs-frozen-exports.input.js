const { createSignalServer } = require('signal-next/server');

module.exports = Object.freeze({ signal: createSignalServer({ apiKey: '' }) });
