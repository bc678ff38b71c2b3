import { signal, type SessionInfo } from './signal-server';

interface TrackArgs {
  userId: string;
  event: string;
}

export function eventFor(userId: string): TrackArgs {
  return { userId, event: 'order_created' };
}

export function track({ userId, event }: TrackArgs, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}
