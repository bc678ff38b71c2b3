import { signal } from '@acme/analytics/server';
import type { SessionInfo } from './session';

export function trackOrder(userId: string, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'order_created',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}
