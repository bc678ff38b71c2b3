import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { analyzeFile } from '../../src/analysis/analyze-file.js';
import { SignalClients } from '../../src/analysis/clients.js';
import type { SignalCall } from '../../src/analysis/model.js';
import { validateOutput } from '../../src/runner/validate.js';
import { applyEdits } from '../../src/source/edit.js';
import { completeContext, neededCompletions } from '../../transforms/complete-context/complete-context.js';
import { forwardSession } from '../../transforms/forward-session/forward-session.js';
import { analysisContext } from '../support/analysis-context.js';
import { memoryHost } from '../support/memory-host.js';
import { CONTEXT_TYPES, TRPC_TYPES } from '../support/trpc-types.js';

type Files = Readonly<Record<string, string>>;

const SIGNAL = `import { createSignalServer } from 'signal-next/server';
type Bag = { get(name: string): string | null } | { readonly [name: string]: string | string[] | undefined };
export interface SessionInfo { sessionId?: string; windowId?: string; distinctId?: string }
export function getSessionInfo(
  source: Bag | { headers: Bag } | { req?: { headers: Bag } } | null | undefined,
): SessionInfo {
  return source ? {} : {};
}
export const signal = createSignalServer({ apiKey: '' });
`;

const ROUTER = `import { signal } from '../lib/signal-server';
import { procedure, router } from './trpc';

export const orders = router({
  create: procedure.mutation(async ({ ctx }) => {
    signal.capture({ distinctId: 'u1', event: 'order_created' });
    return ctx;
  }),
});
`;

const TOOLS = `
export const router = t.router;
export const procedure = t.procedure;
`;

const TYPED = `
const t = initTRPC.context<typeof createContext>().create();
${TOOLS}`;

interface Case {
  /** The file that makes the context, without \`t\` and what follows it, or with it where it says \`t\` itself. */
  readonly context: string;
  /** Other files, by path. */
  readonly files?: Files;
  /** What becomes of the context and, by path, of other files. */
  readonly becomes?: string;
  readonly others?: Files;
  readonly refused?: string;
  readonly reads?: string;
}

function filesOf({ context, files }: Case): Files {
  const whole = /\binitTRPC\./.test(context) ? context : `${context}${TYPED}`;
  return {
    'lib/signal-server.ts': SIGNAL,
    'server/orders.ts': ROUTER,
    'server/trpc.ts': `import { initTRPC } from '@trpc/server';\n${whole}`,
    ...files,
  };
}

function analyse(files: Files): { calls: SignalCall[]; outputs: Files } {
  const host = memoryHost({ ...files });
  const context = analysisContext(host, {
    layout: { routers: { app: 'app', pages: 'pages' }, pageExtensions: ['tsx', 'ts', 'jsx', 'js'] },
  });
  const clients = new SignalClients(host, context.sdkModules);
  const analyses = Object.keys(files).flatMap((path) => {
    const file = host.load(path);
    return file ? [analyzeFile(file, context, clients)] : [];
  });
  const completions = neededCompletions(analyses.flatMap(({ rewrites }) => rewrites));
  const outputs: Record<string, string> = {};
  for (const analysis of analyses) {
    const { file } = analysis;
    const edits = [...forwardSession(analysis, context), ...completeContext(file, completions)];
    const after = applyEdits(file.text, edits);
    if (edits.length > 0) expect(validateOutput(file.path, file.text, after, edits)).toEqual([]);
    outputs[file.path] = after;
  }
  return { calls: analyses.flatMap(({ calls }) => calls), outputs };
}

/** The type errors of a project in memory, each with its file. */
function typeErrors(files: Files): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
  };
  const texts = new Map(Object.entries(files).map(([path, text]) => [`/${path}`, text]));
  texts.set('/types.d.ts', `${TRPC_TYPES}${CONTEXT_TYPES}`);
  const disk = ts.createCompilerHost(options);
  const program = ts.createProgram([...texts.keys()], options, {
    ...disk,
    fileExists: (file) =>
      texts.has(file) || (/[\\/]lib\.[^\\/]*\.d\.ts$/.test(file) && disk.fileExists(file)),
    readFile: (file) => texts.get(file) ?? disk.readFile(file),
    getSourceFile: (file, version) => {
      const text = texts.get(file);
      if (text !== undefined) return ts.createSourceFile(file, text, version, true);
      return libraries.get(file) ?? remember(file, disk.getSourceFile(file, version));
    },
    directoryExists: () => true,
    getCurrentDirectory: () => '/',
  });
  return [...program.getSyntacticDiagnostics(), ...program.getSemanticDiagnostics()].map(
    ({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
  );
}

const libraries = new Map<string, ts.SourceFile>();

function remember(file: string, source: ts.SourceFile | undefined): ts.SourceFile | undefined {
  if (source) libraries.set(file, source);
  return source;
}

const FETCH = `import type { FetchCreateContextFnOptions } from '@trpc/server/adapters/fetch';\n`;
const NEXT = `import type { CreateNextContextOptions } from '@trpc/server/adapters/next';\n`;
const DB = `import { db } from './db';\n`;

const CASES: Readonly<Record<string, Case>> = {
  'headers are an option': {
    context: `${DB}export const createContext = async (opts: { headers: Headers }) => ({ db });\n`,
    becomes: `${DB}export const createContext = async (opts: { headers: Headers }) => ({\n  db,\n  headers: opts.headers,\n});\n`,
    reads: 'ctx.headers',
  },
  'the options of the fetch adapter': {
    context: `${DB}${FETCH}export async function createContext(opts: FetchCreateContextFnOptions) {
  return {
    db,
    url: opts.req.url
  }
}
`,
    becomes: `${DB}${FETCH}export async function createContext(opts: FetchCreateContextFnOptions) {
  return {
    db,
    url: opts.req.url,
    headers: opts.req.headers
  }
}
`,
    reads: 'ctx.headers',
  },
  'destructured options of the fetch adapter': {
    context: `${DB}${FETCH}export async function createContext({ req }: FetchCreateContextFnOptions) {\n  return { db, url: req.url };\n}\n`,
    becomes: `${DB}${FETCH}export async function createContext({ req }: FetchCreateContextFnOptions) {\n  return { db, url: req.url, headers: req.headers };\n}\n`,
  },
  'a pattern that leaves the request out': {
    context: `${DB}${FETCH}export async function createContext({ resHeaders }: FetchCreateContextFnOptions) {\n  return { db, resHeaders };\n}\n`,
    becomes: `${DB}${FETCH}export async function createContext({ resHeaders, req }: FetchCreateContextFnOptions) {\n  return { db, resHeaders, headers: req.headers };\n}\n`,
  },
  'a request as the parameter': {
    context: `import type { NextRequest } from 'next/server';\n${DB}export const createContext = (request: NextRequest) => ({ db, path: request.nextUrl.pathname });\n`,
    becomes: `import type { NextRequest } from 'next/server';\n${DB}export const createContext = (request: NextRequest) => ({\n  db,\n  path: request.nextUrl.pathname,\n  headers: request.headers,\n});\n`,
  },
  'options of the Next adapter that may be absent': {
    context: `${DB}${NEXT}export const createContext = async (opts?: CreateNextContextOptions) => {\n  return { db, ip: opts?.req.headers['x-ip'] };\n};\n`,
    becomes: `${DB}${NEXT}export const createContext = async (opts?: CreateNextContextOptions) => {\n  return { db, ip: opts?.req.headers['x-ip'], req: opts?.req };\n};\n`,
    reads: 'ctx.req',
  },
  'a qualified type, a variable that is returned, and two returns': {
    context: `${DB}import * as trpcNext from '@trpc/server/adapters/next';
export async function createContext({ req, res }: trpcNext.CreateNextContextOptions) {
  if (!req.cookies.token) return { db, user: null };
  const context = {
    db,
    user: req.cookies.token,
  };
  return context;
}
`,
    becomes: `${DB}import * as trpcNext from '@trpc/server/adapters/next';
export async function createContext({ req, res }: trpcNext.CreateNextContextOptions) {
  if (!req.cookies.token) return { db, user: null, req };
  const context = {
    db,
    user: req.cookies.token,
    req,
  };
  return context;
}
`,
  },
  'a result type that is declared takes the key as optional': {
    context: `${DB}${FETCH}
export interface Context {
  db: typeof db;
  user: string | null;
}
export async function createContext({ req }: FetchCreateContextFnOptions): Promise<Context> {
  return { db, user: req.url };
}
export const createTestContext = (): Context => ({ db, user: null });
const t = initTRPC.context<Context>().create();
${TOOLS}`,
    becomes: `${DB}${FETCH}
export interface Context {
  db: typeof db;
  user: string | null;
  headers?: Headers;
}
export async function createContext({ req }: FetchCreateContextFnOptions): Promise<Context> {
  return { db, user: req.url, headers: req.headers };
}
export const createTestContext = (): Context => ({ db, user: null });
const t = initTRPC.context<Context>().create();
${TOOLS}`,
  },
  'a declared type of another file': {
    context: `import { createContext } from './context';\nimport type { Context } from './types';\nconst t = initTRPC.context<Context>().create();\nexport { createContext };\n${TOOLS}`,
    files: {
      'server/types.ts': `${DB}export type Context = { db: typeof db };\n`,
      'server/context.ts': `${DB}import type { Context } from './types';\nexport const createContext = async (opts: { headers: Headers }): Promise<Context> => {\n  return { db };\n};\n`,
    },
    becomes: `import { createContext } from './context';\nimport type { Context } from './types';\nconst t = initTRPC.context<Context>().create();\nexport { createContext };\n${TOOLS}`,
    others: {
      'server/types.ts': `${DB}export type Context = { db: typeof db; headers?: Headers };\n`,
      'server/context.ts': `${DB}import type { Context } from './types';\nexport const createContext = async (opts: { headers: Headers }): Promise<Context> => {\n  return { db, headers: opts.headers };\n};\n`,
    },
  },
  'a declared type whose context is made by what the adapter is mounted with': {
    context: `${DB}export interface Context {
  db: typeof db;
  user?: string;
}
export const createContext = async ({ headers }: { headers: Headers }) => {
  return { db, user: headers.get('x-user') ?? undefined };
};
const t = initTRPC.context<Context>().create();
${TOOLS}`,
    files: {
      'app/api/trpc/[trpc]/route.ts': `import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { orders } from '../../../../server/orders';
import { createContext } from '../../../../server/trpc';

export const POST = (req: Request) =>
  fetchRequestHandler({
    endpoint: '/api/trpc',
    req,
    router: orders,
    createContext: () => createContext({ headers: req.headers }),
  });
`,
    },
    becomes: `${DB}export interface Context {
  db: typeof db;
  user?: string;
  headers?: Headers;
}
export const createContext = async ({ headers }: { headers: Headers }) => {
  return { db, user: headers.get('x-user') ?? undefined, headers };
};
const t = initTRPC.context<Context>().create();
${TOOLS}`,
  },
  'an inner context that a test uses takes the request as an option': {
    context: `${DB}${NEXT}import { auth, type Session } from './auth';
type CreateContextOptions = {
  session: Session | null;
};
export const createInnerContext = (opts: CreateContextOptions) => {
  return { db, session: opts.session };
};
export const createContext = async (opts: CreateNextContextOptions) => {
  const { req, res } = opts;
  return createInnerContext({ session: await auth({ req, res }) });
};
`,
    files: {
      'test/orders.test.ts': `import { createInnerContext } from '../server/trpc';\nimport { orders } from '../server/orders';\nexport const caller = orders.createCaller(createInnerContext({ session: null }));\n`,
    },
    becomes: `${DB}${NEXT}import { auth, type Session } from './auth';
type CreateContextOptions = {
  session: Session | null;
  req?: CreateNextContextOptions['req'];
};
export const createInnerContext = (opts: CreateContextOptions) => {
  return { db, session: opts.session, req: opts.req };
};
export const createContext = async (opts: CreateNextContextOptions) => {
  const { req, res } = opts;
  return createInnerContext({ session: await auth({ req, res }), req });
};
`,
  },
  'an inner context that is destructured, async and used by a helper': {
    context: `${DB}${FETCH}export async function createInner({ user }: { user: string | null }) {
  return { db, user };
}
export const createContext = async (opts: FetchCreateContextFnOptions) => {
  return await createInner({ user: opts.req.url });
};
`,
    files: {
      'lib/ssg.ts': `import { createInner } from '../server/trpc';\nexport const context = createInner({ user: null });\n`,
    },
    becomes: `${DB}${FETCH}export async function createInner({ user, headers }: { user: string | null; headers?: Headers }) {
  return { db, user, headers };
}
export const createContext = async (opts: FetchCreateContextFnOptions) => {
  return await createInner({ user: opts.req.url, headers: opts.req.headers });
};
`,
  },
  'an inner context without options that nobody else uses is spread': {
    context: `${DB}${NEXT}const createInner = async () => ({ db });\nexport const createContext = async (_opts: CreateNextContextOptions) => createInner();\n`,
    becomes: `${DB}${NEXT}const createInner = async () => ({ db });\nexport const createContext = async (_opts: CreateNextContextOptions) => ({\n  ...(await createInner()),\n  req: _opts.req,\n});\n`,
  },
  'the result of the inner context in a variable, from another file': {
    context: `${FETCH}import { createInner } from './inner';
export async function createContext(opts: FetchCreateContextFnOptions) {
  const inner = await createInner();
  return inner;
}
`,
    files: { 'server/inner.ts': `${DB}export const createInner = async () => ({ db });\n` },
    becomes: `${FETCH}import { createInner } from './inner';
export async function createContext(opts: FetchCreateContextFnOptions) {
  const inner = await createInner();
  return { ...inner, headers: opts.req.headers };
}
`,
  },
  'an inner context whose result is declared, and so may lack the request': {
    context: `${DB}${FETCH}export interface Context { db: typeof db }
export const createInner = (): Context => ({ db });
export const createContext = async (opts: FetchCreateContextFnOptions): Promise<Context> => {
  return createInner();
};
const t = initTRPC.context<Context>().create();
${TOOLS}`,
    files: {
      'test/a.test.ts': `import { createInner } from '../server/trpc';\nimport { orders } from '../server/orders';\nexport const caller = orders.createCaller(createInner());\n`,
    },
    becomes: `${DB}${FETCH}export interface Context { db: typeof db; headers?: Headers }
export const createInner = (): Context => ({ db });
export const createContext = async (opts: FetchCreateContextFnOptions): Promise<Context> => {
  return { ...createInner(), headers: opts.req.headers };
};
const t = initTRPC.context<Context>().create();
${TOOLS}`,
  },
  'a caller that a factory makes and that writes the context out is refused': {
    context: `${DB}export const createContext = async (opts: { headers: Headers }) => ({ db });
const t = initTRPC.context<typeof createContext>().create();
export const createCallerFactory = t.createCallerFactory;
${TOOLS}`,
    files: {
      'test/a.test.ts': `import { db } from '../server/db';\nimport { orders } from '../server/orders';\nimport { createCallerFactory } from '../server/trpc';\nexport const caller = createCallerFactory(orders)({ db });\n`,
    },
    refused: 'trpc-context-made-elsewhere',
  },
  'an inner context without options that a test uses is refused': {
    context: `${DB}${NEXT}export const createInner = async () => ({ db });\nexport const createContext = async (_opts: CreateNextContextOptions) => createInner();\n`,
    files: {
      'test/a.test.ts': `import { createInner } from '../server/trpc';\nexport const context = createInner();\n`,
    },
    refused: 'trpc-context-made-elsewhere',
  },
  'a caller that writes the context out is refused': {
    context: `${DB}export const createContext = async (opts: { headers: Headers }) => ({ db });\n`,
    files: {
      'test/a.test.ts': `import { db } from '../server/db';\nimport { orders } from '../server/orders';\nexport const caller = orders.createCaller({ db });\n`,
    },
    refused: 'trpc-context-made-elsewhere',
  },
  'helpers for a page that write the context out are refused': {
    context: `${DB}export const createContext = async (opts: { headers: Headers }) => ({ db });\n`,
    files: {
      'lib/helpers.ts': `import { createServerSideHelpers } from '@trpc/react-query/server';\nimport { db } from '../server/db';\nimport { orders } from '../server/orders';\nexport const helpers = createServerSideHelpers({ router: orders, ctx: { db } });\n`,
    },
    refused: 'trpc-context-made-elsewhere',
  },
  'callers and helpers that are given a context or spread one are no obstacle': {
    context: `${DB}export const createContext = async (opts: { headers: Headers }) => ({ db });\n`,
    files: {
      'lib/helpers.ts': `import { createServerSideHelpers } from '@trpc/react-query/server';
import { db } from '../server/db';
import { orders } from '../server/orders';
import { createContext } from '../server/trpc';

const shared = { transformer: { serialize: { dates: 'iso' } } };

export async function helpersFor(headers: Headers) {
  const ctx = await createContext({ headers });
  const options = { router: orders, ctx };
  return [
    createServerSideHelpers(options),
    createServerSideHelpers({ router: orders, ctx, ...shared }),
    createServerSideHelpers({ router: orders, ctx: { ...ctx, db }, transformer: { serialize: {} } }),
    orders.createCaller({ ...ctx, db }),
    createTestCaller(),
  ];
}

const logged: object[] = [];
logged.push({ ctx: { db } });

function createTestCaller() {
  return orders.createCaller;
}
`,
    },
    becomes: `${DB}export const createContext = async (opts: { headers: Headers }) => ({\n  db,\n  headers: opts.headers,\n});\n`,
  },
  'what else is destructured in the body is not the request': {
    context: `${DB}${FETCH}export const createContext = async (opts: FetchCreateContextFnOptions) => {
  const options = opts;
  const lastJob = { req: 'import' };
  const { req } = lastJob;
  return { db, job: req, url: options.req.url };
};
`,
    becomes: `${DB}${FETCH}export const createContext = async (opts: FetchCreateContextFnOptions) => {
  const options = opts;
  const lastJob = { req: 'import' };
  const { req } = lastJob;
  return { db, job: req, url: options.req.url, headers: opts.req.headers };
};
`,
  },
  'the request is destructured below the first return': {
    context: `${DB}${FETCH}export const createContext = async (opts: FetchCreateContextFnOptions) => {
  if (!opts.info) return { db, url: '' };
  const { req } = opts;
  return { db, url: req.url };
};
`,
    becomes: `${DB}${FETCH}export const createContext = async (opts: FetchCreateContextFnOptions) => {
  if (!opts.info) return { db, url: '', headers: opts.req.headers };
  const { req } = opts;
  return { db, url: req.url, headers: req.headers };
};
`,
  },
  'a request that may be absent by a union': {
    context: `${DB}${NEXT}export const createContext = async (opts: CreateNextContextOptions | undefined) => ({ db });\n`,
    becomes: `${DB}${NEXT}export const createContext = async (opts: CreateNextContextOptions | undefined) => ({\n  db,\n  req: opts?.req,\n});\n`,
    reads: 'ctx.req',
  },
  'a request that may be absent in the options': {
    context: `${DB}export const createContext = async (opts: { req?: Request }) => ({ db });\n`,
    becomes: `${DB}export const createContext = async (opts: { req?: Request }) => ({\n  db,\n  headers: opts.req?.headers,\n});\n`,
  },
  'a request of the Pages Router in a context whose type is declared': {
    context: `${DB}import type { NextApiRequest } from 'next';
export interface Context { db: typeof db }
export const createContext = async (request: NextApiRequest): Promise<Context> => ({ db });
const t = initTRPC.context<Context>().create();
${TOOLS}`,
    becomes: `${DB}import type { NextApiRequest } from 'next';
export interface Context { db: typeof db; req?: NextApiRequest }
export const createContext = async (request: NextApiRequest): Promise<Context> => ({
  db,
  req: request,
});
const t = initTRPC.context<Context>().create();
${TOOLS}`,
    reads: 'ctx.req',
  },
  'a parameter before the request has no type': {
    context: `${DB}export const createContext = async (locale = 'en', opts: { headers: Headers }) => ({ db, locale });\n`,
    becomes: `${DB}export const createContext = async (locale = 'en', opts: { headers: Headers }) => ({\n  db,\n  locale,\n  headers: opts.headers,\n});\n`,
  },
  'a name that means something else where the context is made is refused': {
    context: `${DB}export const createContext = (request: Request) => {
  for (const request of db.orders) return { db, request };
  return { db, request: request.url };
};
`,
    refused: 'trpc-context-unknown',
  },
  'the rest of the options': {
    context: `${DB}${FETCH}export const createContext = async ({ resHeaders, ...rest }: FetchCreateContextFnOptions) => ({ db, resHeaders });\n`,
    becomes: `${DB}${FETCH}export const createContext = async ({ resHeaders, ...rest }: FetchCreateContextFnOptions) => ({\n  db,\n  resHeaders,\n  headers: rest.req.headers,\n});\n`,
  },
  'the rest of the options under a name that means something else there is refused': {
    context: `${DB}${FETCH}export const createContext = async ({ resHeaders, ...rest }: FetchCreateContextFnOptions) => {
  for (const rest of db.orders) return { db, rest };
  return { db, rest: rest.req.url };
};
`,
    refused: 'trpc-context-unknown',
  },
  'a destructured request whose name means something else there is refused': {
    context: `${DB}${FETCH}export const createContext = async ({ req }: FetchCreateContextFnOptions) => {
  for (const req of db.orders) return { db, order: req };
  return { db, order: req.url };
};
`,
    refused: 'trpc-context-unknown',
  },
  'destructured headers with a default': {
    context: `${DB}export const createContext = async ({ headers = new Headers() }: { headers?: Headers }) => ({ db });\n`,
    becomes: `${DB}export const createContext = async ({ headers = new Headers() }: { headers?: Headers }) => ({\n  db,\n  headers,\n});\n`,
  },
  'a request that the parameter takes apart is refused': {
    context: `${DB}${FETCH}export const createContext = async ({ req: { url } }: FetchCreateContextFnOptions) => ({ db, url });\n`,
    refused: 'trpc-context-unknown',
  },
  'a request that the parameter takes apart, beside headers that the function reads itself': {
    context: `${DB}${FETCH}import { headers } from 'next/headers';
export const createContext = async ({ req: { url } }: FetchCreateContextFnOptions) => {
  const heads = await headers();
  return { db, url, ip: heads.get('x-ip') };
};
`,
    becomes: `${DB}${FETCH}import { headers } from 'next/headers';
export const createContext = async ({ req: { url } }: FetchCreateContextFnOptions) => {
  const heads = await headers();
  return { db, url, ip: heads.get('x-ip'), headers: heads };
};
`,
  },
  'a request whose name the function has already is refused': {
    context: `${DB}${FETCH}export const createContext = async ({ resHeaders }: FetchCreateContextFnOptions) => {
  const req = resHeaders.get('x-request-id');
  return { db, req };
};
`,
    refused: 'trpc-context-unknown',
  },
  'the request is carried through a spread of the options': {
    context: `${DB}export const createContext = async (opts: { headers: Headers }) => ({ db, ...opts });\n`,
    becomes: `${DB}export const createContext = async (opts: { headers: Headers }) => ({ db, ...opts });\n`,
    reads: 'ctx.headers',
  },
  'the request is carried under its own name': {
    context: `${DB}${NEXT}export const createContext = async ({ req }: CreateNextContextOptions) => ({ db, request: req });\n`,
    becomes: `${DB}${NEXT}export const createContext = async ({ req }: CreateNextContextOptions) => ({ db, request: req });\n`,
    reads: 'ctx.request',
  },
  'a context in a cache with an optional request': {
    context: `${DB}import { cache } from 'react';\nexport const createContext = cache(async (opts?: { req?: Request }) => ({ db, req: opts?.req }));\ntype Context = Awaited<ReturnType<typeof createContext>>;\nconst t = initTRPC.context<Context>().meta<{ open: boolean }>().create();\n${TOOLS}`,
    becomes: `${DB}import { cache } from 'react';\nexport const createContext = cache(async (opts?: { req?: Request }) => ({ db, req: opts?.req }));\ntype Context = Awaited<ReturnType<typeof createContext>>;\nconst t = initTRPC.context<Context>().meta<{ open: boolean }>().create();\n${TOOLS}`,
    reads: 'ctx.req',
  },
  'a context that reads the headers itself': {
    context: `${DB}import { headers } from 'next/headers';
import { auth } from './auth';
export const createContext = async () => {
  const session = await auth({ headers: await headers() });
  return { db, session };
};
`,
    becomes: `${DB}import { headers } from 'next/headers';
import { auth } from './auth';
export const createContext = async () => {
  const session = await auth({ headers: await headers() });
  return { db, session, headers: await headers() };
};
`,
  },
  'a context that has the headers in a variable': {
    context: `${DB}import { headers } from 'next/headers';
export const createContext = async () => {
  const heads = await headers();
  return { db, ip: heads.get('x-ip') };
};
`,
    becomes: `${DB}import { headers } from 'next/headers';
export const createContext = async () => {
  const heads = await headers();
  return { db, ip: heads.get('x-ip'), headers: heads };
};
`,
  },
  'a context without parameters that the fetch adapter makes': {
    context: `${DB}import { auth } from './auth';\nexport const createContext = async () => ({ db, session: await auth() });\n`,
    files: {
      'app/api/trpc/[trpc]/route.ts': `import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { orders } from '../../../../server/orders';
import { createContext } from '../../../../server/trpc';

const handler = (request: Request) =>
  fetchRequestHandler({ endpoint: '/api/trpc', req: request, router: orders, createContext: () => createContext() });

export { handler as GET, handler as POST };
`,
      'server/caller.ts': `import { orders } from './orders';\nimport { createContext } from './trpc';\nexport const caller = async () => orders.createCaller(await createContext());\n`,
    },
    becomes: `${DB}import { auth } from './auth';\nexport const createContext = async (opts?: { req: Request }) => ({\n  db,\n  session: await auth(),\n  headers: opts?.req.headers,\n});\n`,
    others: {
      'app/api/trpc/[trpc]/route.ts': `import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { orders } from '../../../../server/orders';
import { createContext } from '../../../../server/trpc';

const handler = (request: Request) =>
  fetchRequestHandler({ endpoint: '/api/trpc', req: request, router: orders, createContext: () => createContext({ req: request }) });

export { handler as GET, handler as POST };
`,
    },
  },
  'a context without parameters that is named to the fetch adapter': {
    context: `${DB}import { cache } from 'react';\nexport const createContext = cache(async () => {\n  return { db };\n});\n`,
    files: {
      'app/api/trpc/[trpc]/route.ts': `import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { orders } from '../../../../server/orders';
import { createContext } from '../../../../server/trpc';

export const POST = (req: Request) => fetchRequestHandler({ endpoint: '/api/trpc', req, router: orders, createContext });
`,
    },
    becomes: `${DB}import { cache } from 'react';\nexport const createContext = cache(async (opts?: { req: Request }) => {\n  return { db, headers: opts?.req.headers };\n});\n`,
  },
  'a context that is never given the request is refused': {
    context: `${DB}export const createContext = async () => ({ db });\n`,
    refused: 'trpc-context-without-request',
  },
  'no context at all is refused': {
    context: `const t = initTRPC.create();\n${TOOLS}`,
    refused: 'trpc-context-unknown',
  },
  'a context of a type from a package is refused': {
    context: `import type { Context } from '@vendor/context';\nconst t = initTRPC.context<Context>().create();\n${TOOLS}`,
    refused: 'trpc-context-unknown',
  },
  'a result that satisfies a type is refused': {
    context: `${DB}export const createContext = (opts: { headers: Headers }) => ({ db }) satisfies { db: unknown };\n`,
    refused: 'trpc-context-declared',
  },
  'a result that satisfies the declared type of the context': {
    context: `${DB}export type Context = { db: unknown };\nexport const createContext = async (opts: { headers: Headers }): Promise<Context> => {\n  return { db } satisfies Context;\n};\n`,
    becomes: `${DB}export type Context = { db: unknown; headers?: Headers };\nexport const createContext = async (opts: { headers: Headers }): Promise<Context> => {\n  return { db, headers: opts.headers } satisfies Context;\n};\n`,
  },
  'a variable of the declared type of the context': {
    context: `${DB}export type Context = { db: unknown };\nexport const createContext = async (opts: { headers: Headers }): Promise<Context> => {\n  const context: Context = { db } as Context;\n  return context;\n};\n`,
    becomes: `${DB}export type Context = { db: unknown; headers?: Headers };\nexport const createContext = async (opts: { headers: Headers }): Promise<Context> => {\n  const context: Context = { db, headers: opts.headers } as Context;\n  return context;\n};\n`,
  },
  'a variable that satisfies another type is refused': {
    context: `${DB}export const createContext = async (opts: { headers: Headers }) => {\n  const context = { db } satisfies { db: unknown };\n  return context;\n};\n`,
    refused: 'trpc-context-declared',
  },
  'a context of a type of another file that its adapter satisfies': {
    context: `import type { Context } from './context';\nconst t = initTRPC.context<Context>().create();\n${TOOLS}`,
    files: {
      'server/context.ts': `export type Context = {\n  userId?: string;\n};\n`,
      'app/api/trpc/[trpc]/route.ts': `import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import type { Context } from '../../../../server/context';
import { orders } from '../../../../server/orders';

export const POST = (req: Request) =>
  fetchRequestHandler({
    endpoint: '/api/trpc',
    req,
    router: orders,
    createContext: async () => {
      return { userId: 'u1' } satisfies Context;
    },
  });
`,
    },
    becomes: `import type { Context } from './context';\nconst t = initTRPC.context<Context>().create();\n${TOOLS}`,
    others: {
      'server/context.ts': `export type Context = {\n  userId?: string;\n  headers?: Headers;\n};\n`,
      'app/api/trpc/[trpc]/route.ts': `import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import type { Context } from '../../../../server/context';
import { orders } from '../../../../server/orders';

export const POST = (req: Request) =>
  fetchRequestHandler({
    endpoint: '/api/trpc',
    req,
    router: orders,
    createContext: async (opts?: { req: Request }) => {
      return { userId: 'u1', headers: opts?.req.headers } satisfies Context;
    },
  });
`,
    },
  },
  'a key of that name with another meaning gives way': {
    context: `${DB}${FETCH}export const createContext = async (opts: FetchCreateContextFnOptions) => ({ db, headers: ['a'] });\n`,
    becomes: `${DB}${FETCH}export const createContext = async (opts: FetchCreateContextFnOptions) => ({\n  db,\n  headers: ['a'],\n  req: opts.req,\n});\n`,
    reads: 'ctx.req',
  },
  'a middleware that adds the request': {
    context: `${DB}import { headers } from 'next/headers';
const t = initTRPC.context<{ db: typeof db }>().create();
export const router = t.router;
export const procedure = t.procedure.use(async ({ next }) => next({ ctx: { headers: await headers() } }));
`,
    becomes: `${DB}import { headers } from 'next/headers';
const t = initTRPC.context<{ db: typeof db }>().create();
export const router = t.router;
export const procedure = t.procedure.use(async ({ next }) => next({ ctx: { headers: await headers() } }));
`,
    reads: 'ctx.headers',
  },
  'a middleware that hides the headers is refused': {
    context: `${DB}export const createContext = async (opts: { headers: Headers }) => ({ db, headers: opts.headers });
const t = initTRPC.context<typeof createContext>().create();
export const router = t.router;
export const procedure = t.procedure.use(async ({ next }) => next({ ctx: { headers: 'none' } }));
`,
    refused: 'trpc-context-unknown',
  },
};

describe('the context of tRPC procedures', () => {
  test.each(Object.entries(CASES))('%s', (_name, one) => {
    const files = filesOf(one);
    const { calls, outputs } = analyse(files);
    if (one.refused !== undefined) {
      expect(calls.map(({ verdict }) => verdict)).toMatchObject([{ kind: 'refused', reason: one.refused }]);
      expect(outputs).toEqual(files);
      return;
    }
    expect(outputs['server/trpc.ts']).toBe(filesOf({ ...one, context: one.becomes ?? '' })['server/trpc.ts']);
    for (const [path, text] of Object.entries(one.others ?? {})) expect(outputs[path]).toBe(text);
    expect(outputs['server/orders.ts']).toContain(`getSessionInfo(${one.reads ?? 'ctx.'}`);
    expect(typeErrors(files)).toEqual([]);
    expect(typeErrors(outputs)).toEqual([]);
    const again = analyse(outputs);
    expect(again.outputs).toEqual(outputs);
    expect(again.calls.map(({ verdict }) => verdict.kind)).toEqual(['forwarded']);
  });
});
