import { router, publicProcedure } from '@/server/api/pages-trpc';
import { signal, getSessionInfo } from '@/lib/signal-server';

export const orders = router({
  list: publicProcedure.query(({ ctx }) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(ctx.req);
    signal.capture({
      distinctId: distinctId || (ctx.req.cookies.user ?? 'nobody'),
      event: 'orders_listed',
      sessionId,
      windowId,
    });
  }),
  count: publicProcedure.query(async ({ ctx: { req: request } }) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(request);
    signal.capture({
      distinctId: distinctId || (request.cookies.user ?? 'nobody'),
      event: 'orders_counted',
      sessionId,
      windowId,
    });
  }),
});
