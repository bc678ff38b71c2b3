import { signal, type SessionInfo } from './signal-server';

export function send(
  this: { prefix: string },
  userId: string,
  event: string,
  session?: SessionInfo,
) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: `${this.prefix}_${event}`,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export const analytics = { prefix: 'shop', send };
