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

  test('in a file of its own, once for all the procedures', async () => {
    const context = `import { type CreateNextContextOptions } from '@trpc/server/adapters/next';

export async function createContext({ req, res }: CreateNextContextOptions) {
  return { res, ip: req.headers['x-forwarded-for'] };
}

export type Context = Awaited<ReturnType<typeof createContext>>;
`;
    const folder = appWith({
      'server/context.ts': context,
      'server/api/trpc.ts': `import { initTRPC, TRPCError } from '@trpc/server';
import type { Context } from '../context';

const t = initTRPC.context<Context>().create();
${REST}`,
      'server/api/routers/list.ts': ROUTER.replace('orderRouter', 'listRouter').replace('create:', 'list:'),
    });
    expect(await migrated(folder)).toContain('2 fixed');
    expect(folder.read('server/context.ts')).toBe(
      context.replace("['x-forwarded-for'] }", "['x-forwarded-for'], req }"),
    );
    for (const name of ['order', 'list']) {
      expect(folder.read(`server/api/routers/${name}.ts`)).toContain('getSessionInfo(ctx.req)');
    }
  });

  test('in a plan that names its file, and that is taken back whole', async () => {
    const folder = appWith({ 'server/api/trpc.ts': APP_ROUTER_CONTEXT });
    const before = snapshot(folder);
    const dry = await cli(folder.root, ['migrate', '--dry-run']);
    expect(dry.stdout).toContain('+    headers: opts.headers,');
    const check = await cli(folder.root, ['check']);
    expect(check.code).toBe(1);
    expect(check.stdout).toContain('capture() in the create tRPC procedure does not forward the session');
    await cli(folder.root, ['migrate', '--yes']);
    expect((await cli(folder.root, ['undo'])).code).toBe(0);
    expect(snapshot(folder)).toEqual(before);
  });
});

describe('a context that holds the request is left as it is', () => {
  test('as `req` of the Node adapter that may be missing, read by a reader that takes it', async () => {
    const context = `import { initTRPC, TRPCError } from '@trpc/server';
import type { NextApiRequest } from 'next';

interface Context {
  session: { user: { id: string } } | null;
  req: NextApiRequest | undefined;
}

const t = initTRPC.context<Context>().create();
${REST}`;
    const folder = appWith({
      'server/api/trpc.ts': context,
      'lib/signal.ts': `import { createSignalServer } from 'signal-next/server';
import type { NextApiRequest } from 'next';

export const signal = createSignalServer({ apiKey: '' });

export function getSessionInfo(req: NextApiRequest) {
  return {
    sessionId: req.headers['x-signal-session-id'] as string | undefined,
    windowId: req.headers['x-signal-window-id'] as string | undefined,
    distinctId: req.headers['x-signal-distinct-id'] as string | undefined,
  };
}
`,
    });
    expect(await migrated(folder)).toContain('1 fixed');
    expect(folder.read('server/api/trpc.ts')).toBe(context);
    expect(folder.read('server/api/routers/order.ts')).toContain('getSignalSession(ctx.req)');
  });
});

describe('a context that cannot be completed is refused with what stands in the way', () => {
  test('when another package of the workspace makes it', async () => {
    const app = Object.fromEntries(
      Object.entries(APP_WITH_PROVIDER).map(([path, content]) => [`apps/web/${path}`, content]),
    );
    delete app['apps/web/app/api/order/route.ts'];
    const folder = committed({
      ...app,
      'package.json': { workspaces: ['apps/*', 'packages/*'] },
      'packages/api/package.json': { name: '@acme/api', exports: { './trpc': './src/trpc.ts' } },
      'packages/api/src/trpc.ts': APP_ROUTER_CONTEXT,
      'apps/web/server/order.ts': ROUTER.replace('@/server/api/trpc', '@acme/api/trpc'),
    });
    const { stdout, code } = await cli(folder.root, ['migrate', '--yes', '--app', 'apps/web']);
    expect(code).toBe(0);
    expect(stdout).toContain('1 refused');
    expect(stdout).toContain('the tRPC context is made in another package');
    expect(folder.read('packages/api/src/trpc.ts')).toBe(APP_ROUTER_CONTEXT);
  });

  test('but is read where another package puts the request into it', async () => {
    const app = Object.fromEntries(
      Object.entries(APP_WITH_PROVIDER).map(([path, content]) => [`apps/web/${path}`, content]),
    );
    delete app['apps/web/app/api/order/route.ts'];
    const folder = committed({
      ...app,
      'package.json': { workspaces: ['apps/*', 'packages/*'] },
      'packages/api/package.json': { name: '@acme/api', exports: { './trpc': './src/trpc.ts' } },
      'packages/api/src/trpc.ts': APP_ROUTER_CONTEXT.replace(
        '    session,\n  };',
        '    session,\n    ...opts,\n  };',
      ),
      'apps/web/server/order.ts': ROUTER.replace('@/server/api/trpc', '@acme/api/trpc'),
    });
    const { stdout } = await cli(folder.root, ['migrate', '--yes', '--app', 'apps/web']);
    expect(stdout).toContain('1 fixed');
    expect(folder.read('apps/web/server/order.ts')).toContain('getSessionInfo(ctx.headers)');
  });

  test('when a test writes the context out', async () => {
    const folder = appWith({
      'server/api/trpc.ts': APP_ROUTER_CONTEXT,
      'server/api/order.test.ts': `import { orderRouter } from './routers/order';

test('an order', () => orderRouter.createCaller({ db, session: null }).create({ items: 1 }));
`,
    });
    const { stdout } = await cli(folder.root, ['migrate', '--yes']);
    expect(stdout).toContain('the tRPC context is also made by hand');
    expect(folder.read('server/api/trpc.ts')).toBe(APP_ROUTER_CONTEXT);
  });
});
