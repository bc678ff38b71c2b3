import type { OrderInput } from './schema';
import { signal, type SessionInfo } from './signal-server';

export function trackOrder(input: OrderInput, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || input.userId,
    event: 'order_created',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}
