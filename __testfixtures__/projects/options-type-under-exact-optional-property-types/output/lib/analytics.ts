import { signal, type SessionInfo } from './signal-server';

export function trackOrder({
  userId,
  total,
  session,
}: {
  userId: string;
  total: number;
  session?: SessionInfo | undefined;
}) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'order',
    properties: { total },
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}
