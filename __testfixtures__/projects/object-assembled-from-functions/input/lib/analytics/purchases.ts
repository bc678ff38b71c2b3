import { signal } from '../signal-server';

export function trackPurchase(userId: string) {
  signal.capture({ distinctId: userId, event: 'purchase_completed' });
}
