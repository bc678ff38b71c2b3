import { signal } from './signal-server';

export function trackPayment(userId: string) {
  signal.capture({ distinctId: userId, event: 'paid' });
}
