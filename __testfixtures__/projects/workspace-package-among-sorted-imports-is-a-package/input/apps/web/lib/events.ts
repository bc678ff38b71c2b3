import { signal } from '@acme/analytics/server';

export function trackOrder(userId: string) {
  signal.capture({ distinctId: userId, event: 'order_created' });
}
