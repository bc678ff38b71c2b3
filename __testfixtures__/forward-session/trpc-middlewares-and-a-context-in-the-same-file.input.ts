// @file server/trpc.ts
import { initTRPC } from '@trpc/server';
import type { FetchCreateContextFnOptions } from '@trpc/server/adapters/fetch';
import { signal } from '@/lib/signal-server';

export async function createContext({ req }: FetchCreateContextFnOptions) {
  return { userId: req.headers.get('x-user') ?? 'nobody' };
}

const t = initTRPC.context<Awaited<ReturnType<typeof createContext>>>().create();
const { procedure, middleware } = t;

const tracked = t.middleware(async ({ ctx, next, path }) => {
  const result = await next();
  signal.capture({ distinctId: ctx.userId, event: 'procedure_called', properties: { path } });
  return result;
});
const counted = middleware(async (opts) => {
  signal.capture({ distinctId: opts.ctx.userId, event: 'counted' });
  return opts.next();
});

export const router = t.router;
export const trackedProcedure = procedure.use(tracked).use(counted).use(async ({ ctx, next }) => {
  signal.capture({ distinctId: ctx.userId, event: 'inline' });
  return next();
});
export const orders = router({
  list: trackedProcedure.query(({ ctx }) => {
    signal.capture({ distinctId: ctx.userId, event: 'orders_listed' });
  }),
});
