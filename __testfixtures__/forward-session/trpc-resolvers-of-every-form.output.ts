import { z } from 'zod';
import { createTRPCRouter, protectedProcedure, publicProcedure } from '@/server/api/trpc';
import { getSessionInfo, signal } from '@/lib/signal-server';

export const orders = createTRPCRouter({
  create: protectedProcedure.input(z.object({ items: z.number() })).mutation(async ({ ctx, input }) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(ctx.headers);
    const id = ctx.session.user.id;
    signal.capture({ distinctId: distinctId || id, event: 'order_created', properties: input, sessionId, windowId });
    return { id };
  }),
  list: protectedProcedure.query(async (opts) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(opts.ctx.headers);
    signal.capture({ distinctId: distinctId || opts.ctx.session.user.id, event: 'orders_listed', sessionId, windowId });
  }),
  find: publicProcedure
    .meta({ open: true })
    .input(z.object({ id: z.string() }))
    .output(z.object({ id: z.string() }))
    .query(({ input, ctx }) => {
      const { sessionId, windowId, distinctId } = getSessionInfo(ctx.headers);
      signal.capture({ distinctId: distinctId || input.id, event: 'order_found', sessionId, windowId });
      return input;
    }),
  ping: publicProcedure.query(({ ctx }) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(ctx.headers);
    signal.capture({ distinctId: distinctId || 'ping', event: 'pinged', sessionId, windowId });
  }),
  renamed: protectedProcedure.mutation(async function ({ ctx: c }) {
    const { sessionId, windowId, distinctId } = getSessionInfo(c.headers);
    signal.capture({ distinctId: distinctId || c.session.user.id, event: 'renamed', sessionId, windowId });
  }),
  nested: protectedProcedure.mutation(async ({ ctx: { session, headers } }) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(headers);
    signal.capture({ distinctId: distinctId || session.user.id, event: 'nested', sessionId, windowId });
  }),
  nestedWithHeaders: protectedProcedure.mutation(async ({ ctx: { session, headers: requestHeaders } }) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(requestHeaders);
    signal.capture({
      distinctId: distinctId || session.user.id,
      event: 'nested',
      properties: { ip: requestHeaders.get('x-ip') },
      sessionId,
      windowId,
    });
  }),
  rest: protectedProcedure.mutation(async ({ input, ...rest }) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(rest.ctx.headers);
    signal.capture({
      distinctId: distinctId || rest.ctx.session.user.id,
      event: 'rest',
      properties: { input },
      sessionId,
      windowId,
    });
  }),
  concise: protectedProcedure.mutation(({ ctx }) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(ctx.headers);
    return signal.capture({ distinctId: distinctId || ctx.session.user.id, event: 'concise', sessionId, windowId });
  }),
  closure: protectedProcedure.mutation(async ({ ctx }) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(ctx.headers);
    await Promise.all(
      [1, 2].map(async (step) => {
        signal.capture({
          distinctId: distinctId || ctx.session.user.id,
          event: 'step',
          properties: { step },
          sessionId,
          windowId,
        });
      }),
    );
  }),
});
