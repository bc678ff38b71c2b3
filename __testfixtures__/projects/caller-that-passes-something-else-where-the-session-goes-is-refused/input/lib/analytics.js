import { signal } from './signal-server';

export function trackOrder(userId) {
  signal.capture({ distinctId: userId, event: 'order_created' });
}
