import { signal, type SessionInfo } from '../signal-server';

export function trackPurchase(userId: string, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'purchase_completed',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}
