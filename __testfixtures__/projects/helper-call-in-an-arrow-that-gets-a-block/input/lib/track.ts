import { createSignalServer } from 'signal-next/server';

const signal = createSignalServer({ apiKey: process.env.SIGNAL_API_KEY ?? '' });

export function track(event: string, properties: Record<string, string>) {
  signal.capture({ distinctId: 'server', event, properties });
}

export function trackFor(options: { event: string; source: string }) {
  signal.capture({ distinctId: 'server', ...options });
}
