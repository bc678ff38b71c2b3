import { signal, type SessionInfo } from './signal-server';

export const analytics = {
  track(userId: string, event: string, session?: SessionInfo) {
    signal.capture({
      distinctId: session?.distinctId || userId,
      event,
      sessionId: session?.sessionId,
      windowId: session?.windowId,
    });
  },
};

export type Analytics = typeof analytics;
