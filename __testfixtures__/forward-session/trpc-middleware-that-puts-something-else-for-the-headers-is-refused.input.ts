// @file server/trpc.ts
import { initTRPC } from '@trpc/server';
import type { FetchCreateContextFnOptions } from '@trpc/server/adapters/fetch';
import { signal } from '@/lib/signal-server';

export async function createContext({ req }: FetchCreateContextFnOptions) {
  return { headers: req.headers, userId: 'u1' };
}

const t = initTRPC.context<Awaited<ReturnType<typeof createContext>>>().create();
const replaced = t.procedure.use(({ next }) => next({ ctx: { headers: 'none' } }));

export const orders = t.router({
  list: replaced.query(({ ctx }) => {
    signal.capture({ distinctId: ctx.userId, event: 'orders_listed' });
  }),
});
