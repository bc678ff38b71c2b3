import { signal, type SessionInfo } from './signal-server';

type TrackOptions = { userId: string; event: string; [key: string]: unknown };

export function track(
  { userId, event, ...properties }: TrackOptions,
  session?: SessionInfo,
) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event,
    properties,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}
