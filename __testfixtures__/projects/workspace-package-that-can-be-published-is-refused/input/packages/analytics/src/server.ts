import { createSignalServer } from 'signal-next/server';

const signal = createSignalServer({
  apiKey: process.env.SIGNAL_API_KEY ?? '',
});

export function trackOrder(userId: string) {
  signal.capture({ distinctId: userId, event: 'order_created' });
}
