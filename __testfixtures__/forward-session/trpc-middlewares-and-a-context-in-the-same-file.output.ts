import { initTRPC } from '@trpc/server';
import type { FetchCreateContextFnOptions } from '@trpc/server/adapters/fetch';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function createContext({ req }: FetchCreateContextFnOptions) {
  return { userId: req.headers.get('x-user') ?? 'nobody', headers: req.headers };
}

const t = initTRPC.context<Awaited<ReturnType<typeof createContext>>>().create();
const { procedure, middleware } = t;

const tracked = t.middleware(async ({ ctx, next, path }) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(ctx.headers);
  const result = await next();
  signal.capture({
    distinctId: distinctId || ctx.userId,
    event: 'procedure_called',
    properties: { path },
    sessionId,
    windowId,
  });
  return result;
});
const counted = middleware(async (opts) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(opts.ctx.headers);
  signal.capture({
    distinctId: distinctId || opts.ctx.userId,
    event: 'counted',
    sessionId,
    windowId,
  });
  return opts.next();
});

export const router = t.router;
export const trackedProcedure = procedure.use(tracked).use(counted).use(async ({ ctx, next }) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(ctx.headers);
  signal.capture({ distinctId: distinctId || ctx.userId, event: 'inline', sessionId, windowId });
  return next();
});
export const orders = router({
  list: trackedProcedure.query(({ ctx }) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(ctx.headers);
    signal.capture({
      distinctId: distinctId || ctx.userId,
      event: 'orders_listed',
      sessionId,
      windowId,
    });
  }),
});
