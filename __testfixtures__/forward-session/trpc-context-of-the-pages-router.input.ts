// @file server/api/routers/orders.ts
import { router, publicProcedure } from '@/server/api/pages-trpc';
import { signal } from '@/lib/signal-server';

export const orders = router({
  list: publicProcedure.query(({ ctx }) => {
    signal.capture({ distinctId: ctx.req.cookies.user ?? 'nobody', event: 'orders_listed' });
  }),
  count: publicProcedure.query(async ({ ctx: { req: request } }) => {
    signal.capture({ distinctId: request.cookies.user ?? 'nobody', event: 'orders_counted' });
  }),
});
