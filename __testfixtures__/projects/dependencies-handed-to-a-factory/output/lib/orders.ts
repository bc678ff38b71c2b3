import type { Analytics } from './analytics';
import type { SessionInfo } from './signal-server';

type Dependencies = { analytics: Analytics; now: () => number };

export function createOrderService({ analytics, now }: Dependencies) {
  return {
    async place(userId: string, session?: SessionInfo) {
      analytics.track(userId, 'order_placed', session);
      return { placedAt: now() };
    },
  };
}
