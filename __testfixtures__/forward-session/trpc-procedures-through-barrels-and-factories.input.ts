// @file server/api/routers/orders.ts
import { api, procedureFor } from '@/server';
import { signal } from '@/lib/signal-server';

export const orders = api.createTRPCRouter({
  list: api.publicProcedure.query(({ ctx }) => {
    signal.capture({ distinctId: ctx.session.user.id, event: 'orders_listed' });
  }),
  remove: procedureFor('admin').mutation(async ({ ctx }) => {
    signal.capture({ distinctId: ctx.session.user.id, event: 'order_removed' });
  }),
});
