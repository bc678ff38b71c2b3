const { createSignalServer } = require('signal-next/server');

const signal = createSignalServer({ apiKey: process.env.SIGNAL_API_KEY });

module.exports = Object /* for good */ .freeze({ signal });
