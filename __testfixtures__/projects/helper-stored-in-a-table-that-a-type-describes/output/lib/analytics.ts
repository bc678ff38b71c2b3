import { signal, type SessionInfo } from './signal-server';

export function trackCreated(userId: string, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'created',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export function trackRemoved(userId: string, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'removed',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}
