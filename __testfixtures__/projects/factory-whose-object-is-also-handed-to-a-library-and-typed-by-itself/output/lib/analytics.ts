import { signal, type SessionInfo } from './signal-server';

export const setupAnalytics = async (userId: string) => ({
  track: (event: string, session?: SessionInfo) => {
    signal.capture({
      distinctId: session?.distinctId || userId,
      event,
      sessionId: session?.sessionId,
      windowId: session?.windowId,
    });
  },
});

export type Analytics = Awaited<ReturnType<typeof setupAnalytics>>;

export interface Loggable {
  track(event: string): void;
}
