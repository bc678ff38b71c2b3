// @file server/api/routers/orders.ts
import { z } from 'zod';
import { createTRPCRouter, protectedProcedure, publicProcedure } from '@/server/api/trpc';
import { signal } from '@/lib/signal-server';

export const orders = createTRPCRouter({
  create: protectedProcedure.input(z.object({ items: z.number() })).mutation(async ({ ctx, input }) => {
    const id = ctx.session.user.id;
    signal.capture({ distinctId: id, event: 'order_created', properties: input });
    return { id };
  }),
  list: protectedProcedure.query(async (opts) => {
    signal.capture({ distinctId: opts.ctx.session.user.id, event: 'orders_listed' });
  }),
  find: publicProcedure
    .meta({ open: true })
    .input(z.object({ id: z.string() }))
    .output(z.object({ id: z.string() }))
    .query(({ input }) => {
      signal.capture({ distinctId: input.id, event: 'order_found' });
      return input;
    }),
  ping: publicProcedure.query(() => {
    signal.capture({ distinctId: 'ping', event: 'pinged' });
  }),
  renamed: protectedProcedure.mutation(async function ({ ctx: c }) {
    signal.capture({ distinctId: c.session.user.id, event: 'renamed' });
  }),
  nested: protectedProcedure.mutation(async ({ ctx: { session } }) => {
    signal.capture({ distinctId: session.user.id, event: 'nested' });
  }),
  nestedWithHeaders: protectedProcedure.mutation(async ({ ctx: { session, headers: requestHeaders } }) => {
    signal.capture({ distinctId: session.user.id, event: 'nested', properties: { ip: requestHeaders.get('x-ip') } });
  }),
  rest: protectedProcedure.mutation(async ({ input, ...rest }) => {
    signal.capture({ distinctId: rest.ctx.session.user.id, event: 'rest', properties: { input } });
  }),
  concise: protectedProcedure.mutation(({ ctx }) => signal.capture({ distinctId: ctx.session.user.id, event: 'concise' })),
  closure: protectedProcedure.mutation(async ({ ctx }) => {
    await Promise.all(
      [1, 2].map(async (step) => {
        signal.capture({ distinctId: ctx.session.user.id, event: 'step', properties: { step } });
      }),
    );
  }),
});
