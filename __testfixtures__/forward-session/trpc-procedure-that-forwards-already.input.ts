// @file server/api/routers/orders.ts
import { createTRPCRouter, protectedProcedure } from '@/server/api/trpc';
import { getSessionInfo, signal } from '@/lib/signal-server';

export const orders = createTRPCRouter({
  create: protectedProcedure.mutation(async ({ ctx }) => {
    signal.capture({ distinctId: ctx.session.user.id, event: 'order_created', ...getSessionInfo(ctx.headers) });
  }),
  remove: protectedProcedure.mutation(async ({ ctx }) => {
    const sessionId = ctx.headers.get('x-signal-session-id') ?? undefined;
    const windowId = ctx.headers.get('x-signal-window-id') ?? undefined;
    signal.capture({ distinctId: ctx.session.user.id, event: 'order_removed', sessionId, windowId });
  }),
});
