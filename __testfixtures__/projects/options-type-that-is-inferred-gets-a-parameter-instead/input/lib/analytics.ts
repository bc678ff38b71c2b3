import type { OrderInput } from './schema';
import { signal } from './signal-server';

export function trackOrder(input: OrderInput) {
  signal.capture({ distinctId: input.userId, event: 'order_created' });
}
