// @file server/routers/orders.ts
import { initTRPC } from '@trpc/server';
import { signal } from '@/lib/signal-server';

const createContext = (opts: { headers: Headers }) => ({
  headers: opts.headers,
  session: { user: { id: 'u' } },
});

const t = initTRPC.context<typeof createContext>().create();

export const orders = t.router({
  pay: t.procedure.mutation(async ({ ctx: { session }, input: { amount, currency } }) => {
    signal.capture({ distinctId: session.user.id, event: 'paid', properties: { amount, currency } });
  }),
});
