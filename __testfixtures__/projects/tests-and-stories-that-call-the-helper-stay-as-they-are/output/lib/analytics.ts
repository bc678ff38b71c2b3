import { signal, type SessionInfo } from './signal-server';

export function track(userId: string, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'tracked',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}
