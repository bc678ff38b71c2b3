import { signal, type SessionInfo } from './signal-server';

export function createAnalytics(userId: string) {
  return {
    track(event: string, session?: SessionInfo) {
      signal.capture({
        distinctId: session?.distinctId || userId,
        event,
        sessionId: session?.sessionId,
        windowId: session?.windowId,
      });
    },
  };
}

export type Analytics = ReturnType<typeof createAnalytics>;

export async function withAnalytics<T>(userId: string, run: (analytics: Analytics) => Promise<T>) {
  return run(createAnalytics(userId));
}

export async function createLater(userId: string) {
  return {
    track(event: string, session?: SessionInfo) {
      signal.capture({
        distinctId: session?.distinctId || userId,
        event,
        sessionId: session?.sessionId,
        windowId: session?.windowId,
      });
    },
  };
}
