import { initTRPC } from '@trpc/server';
import type { FetchCreateContextFnOptions as Given } from '@trpc/server/adapters/fetch';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function createContext({ req }: Given) {
  return { userId: req.headers.get('x-user') ?? 'nobody', headers: req.headers };
}

const t = initTRPC.context<Awaited<ReturnType<typeof createContext>>>().create();

export const orders = t.router({
  create: t.procedure
    .mutation // the last step
    (({ ctx }) => {
      const { sessionId, windowId, distinctId } = getSessionInfo(ctx.headers);
      signal.capture({
        distinctId: distinctId || ctx.userId,
        event: 'order_created',
        sessionId,
        windowId,
      });
    }),
});
