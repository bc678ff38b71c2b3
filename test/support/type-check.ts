import ts from 'typescript';
import { TRPC_TYPES } from './trpc-types.js';

/** What the fixtures import, as far as their types matter: a forwarded session must fit where it is put. */
export const AMBIENT = `
declare const process: { env: { [name: string]: string | undefined }; on(event: string, listener: () => void): void };
declare namespace JSX { interface IntrinsicElements { [name: string]: any } }
declare module 'signal-next/server' {
  export interface CaptureOptions {
    distinctId: string; event: string; properties?: Record<string, unknown>; timestamp?: Date;
    groups?: Record<string, string>; sessionId?: string; windowId?: string;
  }
  export interface IdentifyOptions {
    distinctId: string; properties?: Record<string, unknown>; sessionId?: string; windowId?: string;
  }
  export interface SignalServer {
    capture(options: CaptureOptions): void;
    identify(options: IdentifyOptions): void;
    alias(distinctId: string, alias: string, sessionId?: string, windowId?: string): void;
    group(
      distinctId: string, groupType: string, groupKey: string, properties?: Record<string, unknown>,
      sessionId?: string, windowId?: string,
    ): void;
    groupIdentify(
      group: { groupType: string; groupKey: string; properties?: Record<string, unknown> },
      sessionId?: string, windowId?: string,
    ): void;
    setPersonProperties(
      distinctId: string, properties: Record<string, unknown>, sessionId?: string, windowId?: string,
    ): void;
    setPersonPropertiesOnce(
      distinctId: string, properties: Record<string, unknown>, sessionId?: string, windowId?: string,
    ): void;
    flush(): Promise<void>;
    shutdown(): Promise<void>;
  }
  export interface SignalServerOptions { apiKey: string; projectId?: string; endpoint?: string; debug?: boolean }
  export function createSignalServer(options: SignalServerOptions): SignalServer;
  export interface SessionInfo { sessionId?: string; windowId?: string; distinctId?: string }
  export function getSessionInfo(
    source: Headers | { headers: Headers | { [name: string]: string | string[] | undefined } },
  ): SessionInfo;
  export function getSignalServerSideProps(
    fn: (context: import('next').GetServerSidePropsContext) => unknown, options: unknown,
  ): unknown;
}
declare module '@signal-js/nextjs/server' { export * from 'signal-next/server'; }
declare module '@signal-js/node' {
  export function createSignalNode(
    options: import('signal-next/server').SignalServerOptions,
  ): import('signal-next/server').SignalServer;
}
declare module 'next/headers' {
  export function headers(): Promise<Headers>;
  export function cookies(): Promise<{ size: number; get(name: string): { value: string } | undefined }>;
  export function draftMode(): Promise<{ isEnabled: boolean }>;
}
declare module 'next/server' {
  export interface NextRequest extends Request {
    nextUrl: URL;
    cookies: { get(name: string): { value: string } | undefined };
  }
  export class NextResponse extends Response { static json(body: unknown): NextResponse; static next(): NextResponse }
  export interface NextFetchEvent { waitUntil(promise: Promise<unknown>): void }
  export function after(callback: () => unknown): void;
  export function connection(): Promise<void>;
}
declare module 'next' {
  type Headers = { [name: string]: string | string[] | undefined };
  export interface NextApiRequest { headers: Headers; body: any; query: { [name: string]: string | string[] | undefined }; method?: string; cookies: { [name: string]: string | undefined } }
  export interface NextApiResponse { status(code: number): NextApiResponse; json(body: unknown): void; end(): void }
  export type NextApiHandler = (req: NextApiRequest, res: NextApiResponse) => unknown;
  export interface GetServerSidePropsContext {
    req: { headers: Headers; cookies: { [name: string]: string | undefined } };
    res: { statusCode: number }; params?: { [name: string]: string }; query: { [name: string]: string | string[] | undefined };
  }
  export type GetServerSideProps<P = any> = (context: GetServerSidePropsContext) => Promise<{ props: P }>;
  export interface NextPageContext { req?: { headers: Headers } }
  export namespace Instrumentation {
    type onRequestError = (
      error: unknown, request: { path: string; method: string; headers: Headers }, context: { routeType: string },
    ) => void | Promise<void>;
  }
}
declare module 'next/app' {
  import type { NextPageContext } from 'next';
  export interface AppContext { Component: unknown; ctx: NextPageContext }
  export interface AppProps { Component: any; pageProps: any }
  const App: { getInitialProps(context: AppContext): Promise<{ pageProps: any }> };
  export default App;
}
declare module 'hono' {
  export interface Context {
    req: { raw: Request; json(): Promise<any>; valid(target: string): any; path: string };
    get(key: string): any; var: any; json(body: unknown): Response; text(body: string, status?: number): Response;
  }
  export type Handler = (c: Context, next: () => Promise<void>) => Response | Promise<Response | void> | void;
  export class Hono {
    basePath(path: string): this;
    use(path: string, ...handlers: Handler[]): this;
    get(path: string, ...handlers: Handler[]): this;
    post(path: string, ...handlers: Handler[]): this;
    openapi(route: unknown, handler: Handler): this;
    onError(handler: (error: Error, c: Context) => Response): this;
  }
}
declare module 'hono/factory' {
  export function createMiddleware(handler: import('hono').Handler): import('hono').Handler;
}
declare module '@hono/zod-validator' { export function zValidator(target: string, schema: unknown): import('hono').Handler }
declare module '@/server/create-router' { export function createRouter(): import('hono').Hono }
declare module '@/server/types' { export type AppRouteHandler<R> = import('hono').Handler }
declare module 'elysia' {
  type Handler = (context: { body: any; query: any; request: Request }) => unknown;
  export class Elysia {
    constructor(options: { prefix: string });
    get(path: string, handler: Handler): this;
    post(path: string, handler: Handler): this;
    group(path: string, build: (app: Elysia) => unknown): this;
    handle: (request: Request) => Promise<Response>;
  }
}
declare module 'itty-router' {
  export function AutoRouter(options: { base: string }): {
    post(path: string, handler: (request: { json(): Promise<any>; [key: string]: any }) => unknown): void;
    fetch: (request: Request) => Promise<Response>;
  };
}
declare module 'next-connect' {
  type Handler<Q, S> = (req: Q, res: S, next: () => Promise<void>) => unknown;
  export interface NodeRouter<Q, S> {
    use(handler: Handler<Q, S>): this; post(handler: Handler<Q, S>): this; handler(): (req: Q, res: S) => unknown;
  }
  export function createRouter<Q, S>(): NodeRouter<Q, S>;
}
declare module 'next-auth' {
  type User = { id: string };
  type Awaitable<T> = T | Promise<T>;
  export interface NextAuthOptions {
    providers?: unknown[];
    callbacks?: {
      signIn?: (params: { user: User }) => Awaitable<boolean>;
      jwt?: (params: { token: any; user: User; trigger: string }) => Awaitable<any>;
      authorized?: (params: { auth: unknown; request: import('next/server').NextRequest }) => Awaitable<boolean>;
    };
    events?: {
      signIn?: (message: { user: User }) => Awaitable<void>;
      createUser?: (message: { user: User }) => Awaitable<void>;
      signOut?: (message: { token: any }) => Awaitable<void>;
    };
  }
  export default function NextAuth(options: NextAuthOptions): any;
  export default function NextAuth(options: (req: Request | undefined) => NextAuthOptions): any;
  export default function NextAuth(req: unknown, res: unknown, options: NextAuthOptions): any;
}
declare module 'next-auth/providers/credentials' {
  export default function Credentials(options: {
    name?: string; credentials?: {};
    authorize: (
      credentials: Record<string, string> | undefined, req: { headers?: Record<string, any>; method?: string },
    ) => Promise<{ id: string } | null>;
  }): unknown;
}
declare module 'next-auth/middleware' {
  type Request_ = import('next/server').NextRequest & { nextauth: { token: any } };
  export function withAuth(
    middleware: (request: Request_) => unknown,
    options: { callbacks: { authorized: (params: { token: unknown; req: Request_ }) => boolean } },
  ): unknown;
}
declare module '@clerk/nextjs/server' {
  export function clerkMiddleware(
    handler: (auth: () => Promise<{ userId: string }>, request: import('next/server').NextRequest) => unknown,
  ): unknown;
}
declare module 'better-auth' {
  export interface GenericEndpointContext { headers?: Headers; request?: Request; path: string }
  type Hook<T> = (data: T, ctx: GenericEndpointContext | null) => Promise<void>;
  export function betterAuth(options: {
    emailAndPassword?: {
      enabled: boolean; sendResetPassword?: (data: { user: { id: string } }, request?: Request) => Promise<void>;
    };
    databaseHooks?: {
      user?: { create?: { after?: Hook<{ id: string }> } };
      session?: { create?: { before?: Hook<{ userId: string }> } };
    };
    hooks?: { after?: unknown };
    plugins?: unknown[];
  }): unknown;
}
declare module 'better-auth/api' {
  export function createAuthMiddleware(
    hook: (ctx: import('better-auth').GenericEndpointContext) => Promise<void>,
  ): unknown;
}
declare module 'better-auth/plugins' {
  export function magicLink(options: {
    sendMagicLink: (
      data: { email: string }, ctx?: import('better-auth').GenericEndpointContext,
    ) => Promise<void>;
  }): unknown;
}
declare module '@/lib/with-user-and-request' {
  import type { NextApiRequest, NextApiResponse } from 'next';
  export function withUser(
    handler: (user: { id: string }, req: NextApiRequest, res: NextApiResponse) => unknown,
  ): (req: NextApiRequest, res: NextApiResponse) => unknown;
}
declare module '@/lib/typed-wrappers' {
  import type { NextRequest } from 'next/server';
  type Route = (request: NextRequest) => Promise<Response>;
  type User = { id: string };
  export function withUser(handler: (context: { req: NextRequest; user: User }) => Promise<Response>): Route;
  export function withSession(handler: (session: User, request: NextRequest) => Promise<Response>): Route;
  export function withLog(handler: any): Route;
  export function withRoles(options: { roles: string[] }): (handler: any) => Route;
  export function createHandlers(handlers: {
    post: (input: { body: unknown; incoming: Request }) => Promise<Response>;
  }): Route;
  export function withNothing(handler: (user: User) => Promise<Response>): Route;
}
declare module 'uploadthing/next' {
  export type FileRouter = Record<string, unknown>;
  interface Builder {
    middleware(fn: (options: { req: import('next/server').NextRequest; files: unknown[] }) => unknown): Builder;
    onUploadComplete(fn: (options: { metadata: any }) => unknown): Builder;
  }
  export function createUploadthing(): (config: unknown) => Builder;
}
declare module 'next/app' { export type AppProps = { Component: any; pageProps: any } }
declare module 'react' {
  export type ReactNode = any;
  export function cache<F extends (...args: any[]) => unknown>(fn: F): F;
  export function useState<T>(initial: T): [T, (value: T) => void];
}
${TRPC_TYPES}
declare module '@/server/api/trpc' {
  import type { Tools } from '@trpc/server';
  interface Context { headers: Headers; session: { sessionId: string; user: { id: string } } }
  const t: Tools<Context>;
  export const createTRPCRouter: typeof t.router;
  export const publicProcedure: typeof t.procedure;
  export const protectedProcedure: typeof t.procedure;
  export type TRPCContext = Context;
}
declare module '@/server/api/pages-trpc' {
  import type { Tools } from '@trpc/server';
  const t: Tools<{ req: import('next').NextApiRequest }>;
  export const router: typeof t.router;
  export const publicProcedure: typeof t.procedure;
}
declare module '*';
`;

/** How fixtures are type-checked: strictly, and without any package of this repository. */
export const TYPE_OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  noUnusedLocals: false,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  jsx: ts.JsxEmit.Preserve,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
};

/** The problems of one file of the program, each beginning with its code. */
export function problemsOf(program: ts.Program, file: string): string[] {
  const source = program.getSourceFile(file);
  if (!source) throw new Error(`${file} is not in the program`);
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
    ({ code, messageText }) => `TS${code} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
  );
}

/** Those of `has` that are not in `had`: by their code alone, because the text of a problem spells out the types that we add to. */
export function addedProblems(had: readonly string[], has: readonly string[]): string[] {
  const left = [...had];
  return has.filter((problem) => {
    const at = left.findIndex((other) => codeOf(other) === codeOf(problem));
    if (at === -1) return true;
    left.splice(at, 1);
    return false;
  });
}

function codeOf(problem: string): string {
  return problem.slice(0, problem.indexOf(' '));
}
