import { signal } from './signal-server';

export const setupAnalytics = async (userId: string) => ({
  track: (event: string) => {
    signal.capture({ distinctId: userId, event });
  },
});

export type Analytics = Awaited<ReturnType<typeof setupAnalytics>>;

export interface Loggable {
  track(event: string): void;
}
