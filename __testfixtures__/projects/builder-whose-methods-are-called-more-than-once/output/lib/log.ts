import { signal, type SessionInfo } from './signal-server';

export function log(userId: string, session?: SessionInfo) {
  const self = {
    add(event: string) {
      signal.capture({
        distinctId: session?.distinctId || userId,
        event,
        sessionId: session?.sessionId,
        windowId: session?.windowId,
      });
      return self;
    },
    done() {
      signal.capture({
        distinctId: session?.distinctId || userId,
        event: 'done',
        sessionId: session?.sessionId,
        windowId: session?.windowId,
      });
    },
  };
  return self;
}
