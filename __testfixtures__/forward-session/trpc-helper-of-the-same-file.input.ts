// @file server/api/routers/orders.ts
import { createTRPCRouter, protectedProcedure } from '@/server/api/trpc';
import { signal } from '@/lib/signal-server';

function track(userId: string, event: string) {
  signal.capture({ distinctId: userId, event });
}

export const orders = createTRPCRouter({
  create: protectedProcedure.mutation(async ({ ctx }) => {
    track(ctx.session.user.id, 'order_created');
  }),
});
