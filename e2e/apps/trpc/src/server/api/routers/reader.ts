import { z } from "zod";
import { createTRPCRouter, protectedProcedure } from "~/server/api/trpc";
import { identifyReader } from "~/server/analytics/track";
import { ShelfService } from "~/server/services/shelf-service";

export const readerRouter = createTRPCRouter({
  becomePatron: protectedProcedure.mutation(async ({ ctx }) => {
    await identifyReader({ reader: ctx.reader, plan: "patron" });
    return { plan: "patron" as const };
  }),

  finish: protectedProcedure
    .input(z.object({ isbn: z.string(), rating: z.number().min(1).max(5).optional() }))
    .mutation(async (opts) => {
      const { input, ctx } = opts;
      const service = new ShelfService(ctx.reader);
      return service.finish(input.isbn, input.rating);
    }),
});
