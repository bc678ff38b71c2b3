import { createSignalServer } from 'signal-next/server';

const signal = createSignalServer({ apiKey: process.env.SIGNAL_API_KEY ?? '' });

export function track(userId: string, event: string) {
  signal.capture({ distinctId: userId, event });
}

export function trackOrder(userId: string, orderId: string) {
  track(userId, `order ${orderId}`);
}
