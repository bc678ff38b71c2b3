const { createSignalServer } = require('signal-next/server');
const { getSessionInfo } = require('signal-next/server');

exports.signal = createSignalServer({ apiKey: process.env.SIGNAL_API_KEY });
exports.getSessionInfo = getSessionInfo;
