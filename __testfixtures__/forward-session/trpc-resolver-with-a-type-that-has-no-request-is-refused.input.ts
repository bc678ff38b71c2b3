// @file server/api/routers/orders.ts
import { createTRPCRouter, protectedProcedure } from '@/server/api/trpc';
import { signal } from '@/lib/signal-server';

type Options = { ctx: { session: { user: { id: string } } } };

export async function createOrder({ ctx }: Options) {
  signal.capture({ distinctId: ctx.session.user.id, event: 'order_created' });
}

export const orders = createTRPCRouter({
  create: protectedProcedure.mutation(createOrder),
});
