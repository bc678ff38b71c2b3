import { createSignalServer, type SignalServer } from 'signal-next/server';

let client: SignalServer | undefined;

export function getAnalytics(): SignalServer {
  client ??= createSignalServer({ apiKey: process.env.SIGNAL_API_KEY ?? '' });
  return client;
}
