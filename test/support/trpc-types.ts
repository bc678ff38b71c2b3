/** As much of the types of tRPC as contexts and resolvers are checked against. */
export const TRPC_TYPES = `
declare module '@trpc/server' {
  type Overwrite<A, B> = Omit<A, keyof B> & B;
  type Unwrapped<T> = T extends (...args: any[]) => infer R ? Awaited<R> : T;
  interface Result<C> { readonly context: C }
  type Next<C> = {
    (): Promise<Result<C>>;
    <N>(options: { ctx: N }): Promise<Result<Overwrite<C, N>>>;
  };
  type Middleware<C, N> = (options: { ctx: C; next: Next<C>; path: string }) => Promise<Result<N>>;
  interface Procedure<C, I> {
    input<S>(schema: S): Procedure<C, S extends { _output: infer O } ? O : unknown>;
    output(schema: unknown): Procedure<C, I>;
    meta(meta: unknown): Procedure<C, I>;
    use<N>(middleware: Middleware<C, N>): Procedure<N, I>;
    query<O>(resolver: (options: { ctx: C; input: I }) => O): O;
    mutation<O>(resolver: (options: { ctx: C; input: I }) => O): O;
    subscription<O>(resolver: (options: { ctx: C; input: I }) => O): O;
  }
  interface Router<C> { createCaller(context: C): any }
  export interface Tools<C> {
    procedure: Procedure<C, undefined>;
    router(routes: object): Router<C>;
    middleware<N>(middleware: Middleware<C, N>): Middleware<C, N>;
    createCallerFactory(router: Router<C>): (context: C) => any;
  }
  interface Builder<C> { meta<M>(): Builder<C>; create(options?: object): Tools<C> }
  export const initTRPC: Builder<object> & { context<T>(): Builder<Unwrapped<T>> };
  export type inferAsyncReturnType<F extends (...args: any[]) => any> = Awaited<ReturnType<F>>;
  export class TRPCError extends Error { constructor(options: { code: string }) }
}
declare module '@trpc/server/adapters/fetch' {
  export interface FetchCreateContextFnOptions { req: Request; resHeaders: Headers; info: object }
  export function fetchRequestHandler(options: {
    endpoint: string; req: Request; router: unknown;
    createContext: (options: FetchCreateContextFnOptions) => unknown;
  }): Promise<Response>;
}
declare module '@trpc/server/adapters/next' {
  import type { NextApiRequest, NextApiResponse } from 'next';
  export interface CreateNextContextOptions { req: NextApiRequest; res: NextApiResponse; info: object }
}
declare module '@trpc/react-query/server' {
  export function createServerSideHelpers(options: { router: unknown; ctx: unknown; transformer?: object }): unknown;
}
`;

/** What stands beside tRPC in the files that make a context. */
export const CONTEXT_TYPES = `
declare module 'next' {
  type Headers = { [name: string]: string | string[] | undefined };
  export interface NextApiRequest { headers: Headers; cookies: { [name: string]: string | undefined } }
  export interface NextApiResponse { status(code: number): NextApiResponse }
}
declare module 'next/server' { export class NextRequest extends Request { nextUrl: URL } }
declare module 'next/headers' { export function headers(): Promise<Headers> }
declare module 'react' { export function cache<F extends (...args: any[]) => any>(fn: F): F }
declare module 'zod' {
  interface Schema<T> { _output: T }
  export const z: {
    object<T extends Record<string, Schema<any>>>(shape: T): Schema<{ [K in keyof T]: T[K]['_output'] }>;
    number(): Schema<number>; string(): Schema<string>;
  };
}
declare module 'signal-next/server' {
  export function createSignalServer(options: { apiKey: string }): {
    capture(event: {
      distinctId: string; event: string; properties?: Record<string, unknown>; sessionId?: string; windowId?: string;
    }): void;
  };
}
declare module '*/auth' {
  export interface Session { user?: { id: string } }
  export function auth(source?: unknown): Promise<Session | null>;
}
declare module '*/db' { export const db: { orders: string[] } }
`;
