import { signal, type SessionInfo } from './signal-server';

export function track(userId: string, event: string, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}
