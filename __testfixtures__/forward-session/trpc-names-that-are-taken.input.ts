// @file server/api/routers/orders.ts
import { createTRPCRouter, protectedProcedure } from '@/server/api/trpc';
import { signal } from '@/lib/signal-server';

export const orders = createTRPCRouter({
  create: protectedProcedure.mutation(async ({ ctx }) => {
    const { sessionId } = ctx.session;
    signal.capture({ distinctId: ctx.session.user.id, event: 'order_created', properties: { sessionId } });
  }),
  send: protectedProcedure.mutation(async ({ ctx: { session } }) => {
    const headers = { 'content-type': 'application/json' };
    await fetch('https://example.com', { headers });
    signal.capture({ distinctId: session.user.id, event: 'order_sent' });
  }),
  draw: protectedProcedure.input({ _output: '' }).query(async ({ input }) => {
    const ctx = document.createElement('canvas').getContext('2d');
    signal.capture({ distinctId: input, event: 'drawn', properties: { ok: ctx !== null } });
  }),
  shadowed: protectedProcedure.mutation(async ({ ctx }) => {
    for (const ctx of ['a', 'b']) {
      signal.capture({ distinctId: 'importer', event: 'imported', properties: { ctx } });
    }
    return ctx.session.user.id;
  }),
});
