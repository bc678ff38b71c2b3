// @file app/api/orders/route.ts
import { Webhooks } from '@/lib/webhooks';
import { signal } from '@/lib/signal-server';

export const POST = Webhooks({
  onPayload: async (payload) => {
    signal.capture({ distinctId: payload.customer, event: 'paid' });
  },
});
