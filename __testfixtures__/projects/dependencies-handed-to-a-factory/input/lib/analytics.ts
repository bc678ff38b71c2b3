import { signal } from './signal-server';

export const analytics = {
  track(userId: string, event: string) {
    signal.capture({ distinctId: userId, event });
  },
};

export type Analytics = typeof analytics;
