import { createSignalServer } from 'signal-next/server';

export default function analytics() {
  return createSignalServer({ apiKey: process.env.SIGNAL_API_KEY ?? '' });
}
