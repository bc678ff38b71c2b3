import { signal, type SessionInfo } from './signal-server';

type User = { id: string };

export function track(user: User, event: string, session?: SessionInfo): void;
export function track(
  userId: string,
  event: string,
  session?: SessionInfo,
): void;
export function track(
  who: User | string,
  event: string,
  session?: SessionInfo,
): void {
  const distinctId = typeof who === 'string' ? who : who.id;
  signal.capture({
    distinctId: session?.distinctId || distinctId,
    event,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}
