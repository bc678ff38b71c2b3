import { createTRPCRouter, protectedProcedure } from '@/server/api/trpc';
import { getSessionInfo, signal } from '@/lib/signal-server';

export const orders = createTRPCRouter({
  create: protectedProcedure.mutation(async ({ ctx }) => {
    const { sessionId: signalSessionId, windowId, distinctId } = getSessionInfo(ctx.headers);
    const { sessionId } = ctx.session;
    signal.capture({
      distinctId: distinctId || ctx.session.user.id,
      event: 'order_created',
      properties: { sessionId },
      sessionId: signalSessionId,
      windowId,
    });
  }),
  send: protectedProcedure.mutation(async ({ ctx: { session, headers: requestHeaders } }) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(requestHeaders);
    const headers = { 'content-type': 'application/json' };
    await fetch('https://example.com', { headers });
    signal.capture({ distinctId: distinctId || session.user.id, event: 'order_sent', sessionId, windowId });
  }),
  draw: protectedProcedure.input({ _output: '' }).query(async ({ input, ctx: signalCtx }) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(signalCtx.headers);
    const ctx = document.createElement('canvas').getContext('2d');
    signal.capture({
      distinctId: distinctId || input,
      event: 'drawn',
      properties: { ok: ctx !== null },
      sessionId,
      windowId,
    });
  }),
  shadowed: protectedProcedure.mutation(async ({ ctx }) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(ctx.headers);
    for (const ctx of ['a', 'b']) {
      signal.capture({
        distinctId: distinctId || 'importer',
        event: 'imported',
        properties: { ctx },
        sessionId,
        windowId,
      });
    }
    return ctx.session.user.id;
  }),
});
