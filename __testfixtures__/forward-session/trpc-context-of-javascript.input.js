// @file server/trpc.js
import { initTRPC } from '@trpc/server';
import { signal } from '@/lib/signal-server';

export const createContext = async ({ req, res }) => ({ res });

const t = initTRPC.context().create();

export const orders = t.router({
  list: t.procedure.query(({ ctx }) => {
    signal.capture({ distinctId: ctx.user, event: 'orders_listed' });
  }),
});
