import { z } from 'zod';
import { signal } from './signal';
import { publicProcedure, router } from './trpc';

export const appRouter = router({
  order: publicProcedure.input(z.string()).mutation(({ ctx, input }) => {
    signal.capture({
      distinctId: ctx.userId,
      event: 'ordered',
      properties: { product: input },
    });
    return { ok: true };
  }),
});
