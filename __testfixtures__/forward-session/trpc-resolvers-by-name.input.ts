// @file server/api/routers/orders.ts
import { createTRPCRouter, protectedProcedure, type TRPCContext } from '@/server/api/trpc';
import { signal } from '@/lib/signal-server';

interface Options {
  ctx: TRPCContext;
  input: { id: string };
}

async function createOrder({ ctx, input }: Options) {
  signal.capture({ distinctId: ctx.session.user.id, event: 'order_created', properties: input });
}

const removeOrder = async (opts: { ctx: TRPCContext }) => {
  signal.capture({ distinctId: opts.ctx.session.user.id, event: 'order_removed' });
};

export const orders = createTRPCRouter({
  create: protectedProcedure.input({ _output: { id: '' } }).mutation(createOrder),
  remove: protectedProcedure.mutation(removeOrder),
});
