// @file app/api/polar/route.ts
import { Webhooks } from '@polar-sh/nextjs';
import { signal } from '@/lib/signal-server';

export const POST = Webhooks({
  webhookSecret: process.env.POLAR_WEBHOOK_SECRET!,
  onOrderPaid: async (order: { customerId: string }) => {
    signal.capture({ distinctId: order.customerId, event: 'order_paid' });
  },
});
