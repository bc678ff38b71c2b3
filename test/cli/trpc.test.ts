import { describe, expect, test } from 'vitest';
import type { FileContent, ProjectFolder } from '../support/project-folder.js';
import { APP_WITH_PROVIDER, committed, snapshot } from './support/apps.js';
import { cli } from './support/run-cli.js';

const ROUTER = `import { signal } from '@/lib/signal';
import { createTRPCRouter, protectedProcedure } from '@/server/api/trpc';
import { z } from 'zod';

export const orderRouter = createTRPCRouter({
  create: protectedProcedure
    .input(z.object({ items: z.number() }))
    .mutation(async ({ ctx, input }) => {
      signal.capture({ distinctId: ctx.session.user.id, event: 'order_created', properties: input });
    }),
});
`;

const REST = `
export const createTRPCRouter = t.router;

const timing = t.middleware(async ({ next, path }) => {
  const result = await next();
  console.log(path);
  return result;
});

export const publicProcedure = t.procedure.use(timing);

export const protectedProcedure = t.procedure.use(timing).use(({ ctx, next }) => {
  if (!ctx.session?.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { session: { ...ctx.session, user: ctx.session.user } } });
});
`;

const APP_ROUTER_CONTEXT = `import { initTRPC, TRPCError } from '@trpc/server';
import superjson from 'superjson';
import { auth } from '@/server/auth';
import { db } from '@/server/db';

export const createTRPCContext = async (opts: { headers: Headers }) => {
  const session = await auth();

  return {
    db,
    session,
  };
};

const t = initTRPC.context<typeof createTRPCContext>().create({ transformer: superjson });
${REST}`;

const PAGES_CONTEXT = `import { initTRPC, TRPCError } from '@trpc/server';
import { type CreateNextContextOptions } from '@trpc/server/adapters/next';
import { type Session } from 'next-auth';
import { getServerAuthSession } from '@/server/auth';
import { db } from '@/server/db';

interface CreateContextOptions {
  session: Session | null;
}

const createInnerTRPCContext = (opts: CreateContextOptions) => {
  return {
    session: opts.session,
    db,
  };
};

export const createTRPCContext = async (opts: CreateNextContextOptions) => {
  const { req, res } = opts;
  const session = await getServerAuthSession({ req, res });

  return createInnerTRPCContext({
    session,
  });
};

const t = initTRPC.context<typeof createTRPCContext>().create();
${REST}`;

function appWith(files: Readonly<Record<string, FileContent>>): ProjectFolder {
  const app: Record<string, FileContent> = { ...APP_WITH_PROVIDER };
  delete app['app/api/order/route.ts'];
  return committed({ ...app, 'server/api/routers/order.ts': ROUTER, ...files });
}

/** Migrates, and asks for what holds after every run: `check` is clean, and a second run changes nothing. */
async function migrated(folder: ProjectFolder): Promise<string> {
  const first = await cli(folder.root, ['migrate', '--yes']);
  expect(first.stderr).not.toContain('defect');
  expect(first.code).toBe(0);
  const done = snapshot(folder);
  const check = await cli(folder.root, ['check']);
  expect(check.stdout).not.toContain('To fix');
  await cli(folder.root, ['migrate', '--yes', '--force']);
  expect(snapshot(folder)).toEqual(done);
  return first.stdout;
}

describe('a context that does not hold the request is completed', () => {
  test('in the App Router shape of T3', async () => {
    const folder = appWith({ 'server/api/trpc.ts': APP_ROUTER_CONTEXT });
    expect(await migrated(folder)).toContain('1 fixed');
    expect(folder.read('server/api/trpc.ts')).toBe(
      APP_ROUTER_CONTEXT.replace('    session,\n  };', '    session,\n    headers: opts.headers,\n  };'),
    );
    expect(folder.read('server/api/routers/order.ts')).toContain('getSessionInfo(ctx.headers)');
  });

  test('in the Pages Router shape of T3, around the inner context that nobody else uses', async () => {
    const folder = appWith({ 'server/api/trpc.ts': PAGES_CONTEXT });
    expect(await migrated(folder)).toContain('1 fixed');
    expect(folder.read('server/api/trpc.ts')).toBe(
      PAGES_CONTEXT.replace(
        'return createInnerTRPCContext({\n    session,\n  });',
        'return {\n    ...createInnerTRPCContext({\n      session,\n    }),\n    req,\n  };',
      ),
    );
    expect(folder.read('server/api/routers/order.ts')).toContain('getSessionInfo(ctx.req)');
  });
});
