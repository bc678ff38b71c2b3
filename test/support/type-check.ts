import ts from 'typescript';

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
}
declare module 'next/app' { export type AppProps = { Component: any; pageProps: any } }
declare module 'react' {
  export type ReactNode = any;
  export function cache<F extends (...args: any[]) => unknown>(fn: F): F;
  export function useState<T>(initial: T): [T, (value: T) => void];
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
