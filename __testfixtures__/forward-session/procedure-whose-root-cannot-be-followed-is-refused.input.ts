// @file server/routers/orders.ts
import { protectedProcedure, router } from '../trpc';
import { signal } from '@/lib/signal-server';

export const orders = router({
  create: protectedProcedure.mutation(async ({ ctx }) => {
    signal.capture({ distinctId: ctx.user.id, event: 'order_created' });
  }),
});
