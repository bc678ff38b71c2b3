import { signal, type SessionInfo } from './signal-server';

export function track(
  event: string,
  userId = 'anonymous',
  properties: Record<string, unknown> = {},
  timestamp?: Date,
  session?: SessionInfo,
) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event,
    properties,
    timestamp,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}
