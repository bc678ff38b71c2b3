import { signal } from './signal-server';

export function trackOrder(userId: string) {
  signal.capture({ distinctId: userId, event: 'order_created' });
}

export function trackRefund({ userId, amount }: { userId: string; amount: number }) {
  signal.capture({ distinctId: userId, event: 'order_refunded', properties: { amount } });
}
