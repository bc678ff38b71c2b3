import { initTRPC, TRPCError } from "@trpc/server";
import type { CreateNextContextOptions } from "@trpc/server/adapters/next";
import superjson from "superjson";
import { ZodError } from "zod";
import { getReader, type Reader } from "~/server/auth";

interface CreateContextOptions {
  reader: Reader | null;
}

/** Also made by tests, which have no request. */
const createInnerTRPCContext = (opts: CreateContextOptions) => {
  return {
    reader: opts.reader,
  };
};

export const createTRPCContext = async (opts: CreateNextContextOptions) => {
  const { req } = opts;
  const reader = await getReader(req);

  return createInnerTRPCContext({
    reader,
  });
};

const t = initTRPC.context<typeof createTRPCContext>().create({
  transformer: superjson,
  errorFormatter({ shape, error }) {
    return {
      ...shape,
      data: { ...shape.data, zodError: error.cause instanceof ZodError ? error.cause.issues : null },
    };
  },
});

export const createTRPCRouter = t.router;

const timing = t.middleware(async ({ next, path }) => {
  const start = Date.now();
  const result = await next();
  if (Date.now() - start > 5_000) console.warn(`${path} is slow`);
  return result;
});

export const publicProcedure = t.procedure.use(timing);

export const protectedProcedure = t.procedure.use(timing).use(({ ctx, next }) => {
  if (!ctx.reader) throw new TRPCError({ code: "UNAUTHORIZED" });
  return next({ ctx: { reader: ctx.reader } });
});
