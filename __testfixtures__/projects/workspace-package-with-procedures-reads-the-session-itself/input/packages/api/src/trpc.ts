import { initTRPC } from '@trpc/server';

export const createContext = (opts: { headers: Headers }) => {
  return { headers: opts.headers, userId: opts.headers.get('x-user') ?? '' };
};

const t = initTRPC.context<typeof createContext>().create();

export const router = t.router;
export const publicProcedure = t.procedure;
