import { api, procedureFor } from '@/server';
import { getSessionInfo, signal } from '@/lib/signal-server';

export const orders = api.createTRPCRouter({
  list: api.publicProcedure.query(({ ctx }) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(ctx.headers);
    signal.capture({
      distinctId: distinctId || ctx.session.user.id,
      event: 'orders_listed',
      sessionId,
      windowId,
    });
  }),
  remove: procedureFor('admin').mutation(async ({ ctx }) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(ctx.headers);
    signal.capture({
      distinctId: distinctId || ctx.session.user.id,
      event: 'order_removed',
      sessionId,
      windowId,
    });
  }),
});
