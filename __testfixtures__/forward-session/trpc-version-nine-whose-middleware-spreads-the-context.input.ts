// @file server/api/routers/orders.ts
import * as trpc from '@trpc/server';
import type { CreateNextContextOptions } from '@trpc/server/adapters/next';
import { signal } from '@/lib/signal-server';

export const createContext = async ({ req, res }: CreateNextContextOptions) => ({ req, res });
type Context = trpc.inferAsyncReturnType<typeof createContext>;

export const orders = trpc
  .router<Context>()
  .middleware(({ ctx, next }) => next({ ctx: { ...ctx, user: ctx.req.cookies.user } }))
  .mutation('remove', {
    resolve({ ctx }) {
      signal.capture({ distinctId: ctx.user, event: 'order_removed' });
    },
  });
