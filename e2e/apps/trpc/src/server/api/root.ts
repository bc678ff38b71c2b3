import { readerRouter } from "~/server/api/routers/reader";
import { shelfRouter } from "~/server/api/routers/shelf";
import { createTRPCRouter } from "~/server/api/trpc";

export const appRouter = createTRPCRouter({
  shelf: shelfRouter,
  reader: readerRouter,
});

export type AppRouter = typeof appRouter;
