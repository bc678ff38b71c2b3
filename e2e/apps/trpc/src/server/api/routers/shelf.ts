import { z } from "zod";
import { createTRPCRouter, protectedProcedure, publicProcedure } from "~/server/api/trpc";
import { getSignal } from "~/server/analytics/client";
import { shelves } from "~/server/library";
import { ShelfService } from "~/server/services/shelf-service";

export const shelfRouter = createTRPCRouter({
  all: publicProcedure.query(() => [...shelves].map(([id, { name }]) => ({ id, name }))),

  create: protectedProcedure
    .input(z.object({ id: z.string().min(1), name: z.string() }))
    .mutation(async ({ ctx, input }) => {
      shelves.set(input.id, { name: input.name, books: [] });
      getSignal()?.capture({
        distinctId: ctx.reader.id,
        event: "shelf_created",
        properties: { shelfId: input.id },
      });
      return input;
    }),

  share: protectedProcedure
    .input(z.object({ id: z.string(), people: z.array(z.string()) }))
    .mutation(({ ctx, input }) => new ShelfService(ctx.reader).share(input.id, input.people)),

  search: publicProcedure.input(z.object({ query: z.string() })).query(({ ctx: { reader }, input }) => {
    const found = [...shelves.values()].filter(({ name }) => name.includes(input.query));
    getSignal()?.capture({
      distinctId: reader?.id ?? "guest",
      event: "shelves_searched",
      properties: { found: found.length },
    });
    return found;
  }),
});
