import { signal, type SessionInfo } from './signal-server';

interface Activity {
  userId: string;
  entityId: string;
  stages?: string[];
}

export async function logActivity(
  { userId, entityId, stages }: Activity,
  session?: SessionInfo,
) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'activity',
    properties: { entityId, stages },
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export function track(userId: string, event: string, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}
