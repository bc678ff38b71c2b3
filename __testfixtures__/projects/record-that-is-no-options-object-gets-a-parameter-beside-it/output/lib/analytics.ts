import type { Order } from './orders';
import { signal, type SessionInfo } from './signal-server';

export function trackOrder(order: Order, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || order.userId,
    event: 'order_created',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}
