// @file server/routers/orders.ts
import { initTRPC } from '@trpc/server';
import type { FetchCreateContextFnOptions as Given } from '@trpc/server/adapters/fetch';
import { signal } from '@/lib/signal-server';

export async function createContext({ req }: Given) {
  return { userId: req.headers.get('x-user') ?? 'nobody' };
}

const t = initTRPC.context<Awaited<ReturnType<typeof createContext>>>().create();

export const orders = t.router({
  create: t.procedure
    .mutation // the last step
    (({ ctx }) => {
      signal.capture({ distinctId: ctx.userId, event: 'order_created' });
    }),
});
