import { createSignalServer } from 'signal-next/server';

export const signal = createSignalServer({
  apiKey: process.env.SIGNAL_API_KEY ?? '',
});
