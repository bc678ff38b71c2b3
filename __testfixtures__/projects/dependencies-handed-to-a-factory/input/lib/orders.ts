import type { Analytics } from './analytics';

type Dependencies = { analytics: Analytics; now: () => number };

export function createOrderService({ analytics, now }: Dependencies) {
  return {
    async place(userId: string) {
      analytics.track(userId, 'order_placed');
      return { placedAt: now() };
    },
  };
}
