import { signal, type SessionInfo } from './signal-server';

export function track(
  userId: string | null,
  event: string,
  session?: SessionInfo,
) {
  signal.capture({
    distinctId: userId ?? 'anonymous',
    event,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}
