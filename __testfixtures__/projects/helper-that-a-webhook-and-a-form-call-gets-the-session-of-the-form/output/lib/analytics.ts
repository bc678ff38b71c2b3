import { signal, type SessionInfo } from './signal-server';

export function trackPayment(userId: string, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'paid',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}
