import { signal, type SessionInfo } from './signal-server';

export function createAnalytics(area: string) {
  const send = (userId: string, event: string, session?: SessionInfo) => {
    signal.capture({
      distinctId: session?.distinctId || userId,
      event: `${area}_${event}`,
      sessionId: session?.sessionId,
      windowId: session?.windowId,
    });
  };
  return {
    created: (userId: string, session?: SessionInfo) =>
      send(userId, 'created', session),
    removed(userId: string, session?: SessionInfo) {
      signal.capture({
        distinctId: session?.distinctId || userId,
        event: `${area}_removed`,
        sessionId: session?.sessionId,
        windowId: session?.windowId,
      });
    },
  };
}
