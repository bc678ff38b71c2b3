import { initTRPC } from '@trpc/server';
import type { FetchCreateContextFnOptions } from '@trpc/server/adapters/fetch';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function createContext({ req }: FetchCreateContextFnOptions) {
  return { headers: req.headers, userId: 'u1' };
}

const t = initTRPC.context<Awaited<ReturnType<typeof createContext>>>().create();
const handed = t.procedure.use(({ ctx, next }) => next({ ctx: { headers: ctx.headers, plan: 'pro' } }));

export const orders = t.router({
  list: handed.query(({ ctx }) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(ctx.headers);
    signal.capture({ distinctId: distinctId || ctx.userId, event: 'orders_listed', sessionId, windowId });
  }),
});
