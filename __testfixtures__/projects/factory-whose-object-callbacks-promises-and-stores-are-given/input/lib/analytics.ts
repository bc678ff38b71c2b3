import { signal } from './signal-server';

export function createAnalytics(userId: string) {
  return {
    track(event: string) {
      signal.capture({ distinctId: userId, event });
    },
  };
}

export type Analytics = ReturnType<typeof createAnalytics>;

export async function withAnalytics<T>(userId: string, run: (analytics: Analytics) => Promise<T>) {
  return run(createAnalytics(userId));
}

export async function createLater(userId: string) {
  return {
    track(event: string) {
      signal.capture({ distinctId: userId, event });
    },
  };
}
