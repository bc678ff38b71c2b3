import { signal, type SessionInfo } from './signal-server';

interface TrackArgs {
  userId: string;
  event: string;
  session?: SessionInfo;
}

export function eventFor(userId: string): TrackArgs {
  return { userId, event: 'order_created' };
}

export function track({ userId, event, session }: TrackArgs) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}
