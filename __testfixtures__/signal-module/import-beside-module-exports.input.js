import { createSignalServer } from 'signal-next/server';

module.exports = createSignalServer({ apiKey: process.env.SIGNAL_API_KEY });
