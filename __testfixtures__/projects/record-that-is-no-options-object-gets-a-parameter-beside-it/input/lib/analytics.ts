import type { Order } from './orders';
import { signal } from './signal-server';

export function trackOrder(order: Order) {
  signal.capture({ distinctId: order.userId, event: 'order_created' });
}
