import { z } from 'zod';
import { getSessionInfo } from 'signal-next/server';
import { signal } from './signal';
import { publicProcedure, router } from './trpc';

export const appRouter = router({
  order: publicProcedure.input(z.string()).mutation(({ ctx, input }) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(ctx.headers);
    signal.capture({
      distinctId: distinctId || ctx.userId,
      event: 'ordered',
      properties: { product: input },
      sessionId,
      windowId,
    });
    return { ok: true };
  }),
});
