import { createTRPCRouter, protectedProcedure, type TRPCContext } from '@/server/api/trpc';
import { getSessionInfo, signal } from '@/lib/signal-server';

interface Options {
  ctx: TRPCContext;
  input: { id: string };
}

async function createOrder({ ctx, input }: Options) {
  const { sessionId, windowId, distinctId } = getSessionInfo(ctx.headers);
  signal.capture({
    distinctId: distinctId || ctx.session.user.id,
    event: 'order_created',
    properties: input,
    sessionId,
    windowId,
  });
}

const removeOrder = async (opts: { ctx: TRPCContext }) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(opts.ctx.headers);
  signal.capture({
    distinctId: distinctId || opts.ctx.session.user.id,
    event: 'order_removed',
    sessionId,
    windowId,
  });
};

export const orders = createTRPCRouter({
  create: protectedProcedure.input({ _output: { id: '' } }).mutation(createOrder),
  remove: protectedProcedure.mutation(removeOrder),
});
