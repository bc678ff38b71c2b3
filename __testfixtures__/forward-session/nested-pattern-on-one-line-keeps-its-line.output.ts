import { initTRPC } from '@trpc/server';
import { signal, getSessionInfo } from '@/lib/signal-server';

const createContext = (opts: { headers: Headers }) => ({
  headers: opts.headers,
  session: { user: { id: 'u' } },
});

const t = initTRPC.context<typeof createContext>().create();

export const orders = t.router({
  pay: t.procedure.mutation(async ({ ctx: { session, headers }, input: { amount, currency } }) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(headers);
    signal.capture({
      distinctId: distinctId || session.user.id,
      event: 'paid',
      properties: { amount, currency },
      sessionId,
      windowId,
    });
  }),
});
