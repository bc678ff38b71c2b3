import ts from 'typescript';
import { expect, test } from 'vitest';
import { fixturesOf } from '../support/fixtures.js';
import { TRPC_TYPES } from '../support/trpc-types.js';

/** What the fixtures import, as far as their types matter: a forwarded session must fit where it is put. */
const AMBIENT = `
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
  export function createSignalServer(options: { apiKey: string }): SignalServer;
  export function getSignalServerSideProps(
    fn: (context: import('next').GetServerSidePropsContext) => unknown, options: unknown,
  ): unknown;
}
declare module '@signal-js/nextjs/server' { export * from 'signal-next/server'; }
declare module '@signal-js/node' {
  export function createSignalNode(options: { apiKey: string }): import('signal-next/server').SignalServer;
}
declare module 'signal-module' {
  import type { SignalServer } from 'signal-next/server';
  type Bag = { get(name: string): string | null } | { readonly [name: string]: string | string[] | undefined };
  export interface SessionInfo { sessionId?: string; windowId?: string; distinctId?: string }
  export function getSessionInfo(
    source: Bag | { headers: Bag } | { req?: { headers: Bag } } | null | undefined,
  ): SessionInfo;
  export const signal: SignalServer;
  export const flush: () => Promise<void>;
  export const plan: string;
  export default signal;
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
declare module '@/lib/types' { export type RouteHandler = (request: Request) => Promise<Response> }
declare module '*';
`;

const OPTIONS: ts.CompilerOptions = {
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

const SIGNAL_MODULE = /(['"])(?:@\/|\.\.?\/(?:\.\.\/)*)(?:lib\/)?(?:signal-server|analytics)(?:\.m?js)?\1/g;

interface Side {
  readonly file: string;
  readonly text: string;
}

test('no output has a type error that its input did not have', () => {
  const fixtures = fixturesOf('forward-session').filter(
    ({ extension, output }) => /^tsx?$/.test(extension) && output !== undefined,
  );
  const sides = fixtures.map((fixture, index): { name: string; before: Side; after: Side } => ({
    name: fixture.name,
    before: side(`/before${index}.${fixture.extension}`, fixture.input),
    after: side(`/after${index}.${fixture.extension}`, fixture.output ?? ''),
  }));
  const texts = new Map(
    sides.flatMap(({ before, after }) => [before, after]).map((one) => [one.file, one.text]),
  );
  texts.set('/ambient.d.ts', AMBIENT);
  const program = ts.createProgram([...texts.keys()], OPTIONS, hostOf(texts));
  expect(problemsOf(program, '/ambient.d.ts')).toEqual([]);

  const worse = sides.flatMap(({ name, before, after }) => {
    const had = problemsOf(program, before.file);
    const added = problemsOf(program, after.file).filter((problem) => {
      // By its code alone, because the text of a problem spells out the types that we add to.
      const at = had.findIndex((other) => codeOf(other) === codeOf(problem));
      if (at === -1) return true;
      had.splice(at, 1);
      return false;
    });
    return added.map((problem) => `${name}: ${problem}`);
  });
  expect(worse).toEqual([]);
  expect(fixtures.length).toBeGreaterThan(60);
}, 60_000);

/** As a module of its own, with whatever it calls the Signal module by taken for the one above. */
function side(file: string, text: string): Side {
  return { file, text: `${text.replace(SIGNAL_MODULE, "'signal-module'")}\nexport {};\n` };
}

function problemsOf(program: ts.Program, file: string): string[] {
  const source = program.getSourceFile(file);
  if (!source) throw new Error(`${file} is not in the program`);
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
    ({ code, messageText }) => `TS${code} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
  );
}

function codeOf(problem: string): string {
  return problem.slice(0, problem.indexOf(' '));
}

/** Reads TypeScript's own libraries from disk and everything else from memory. */
function hostOf(texts: ReadonlyMap<string, string>): ts.CompilerHost {
  const disk = ts.createCompilerHost(OPTIONS);
  return {
    ...disk,
    fileExists: (file) =>
      texts.has(file) || (/[\\/]lib\.[^\\/]*\.d\.ts$/.test(file) && disk.fileExists(file)),
    readFile: (file) => texts.get(file) ?? disk.readFile(file),
    getSourceFile: (file, languageVersion) => {
      const text = texts.get(file);
      return text === undefined
        ? disk.getSourceFile(file, languageVersion)
        : ts.createSourceFile(file, text, languageVersion, true);
    },
    writeFile: () => {},
    directoryExists: () => false,
    getCurrentDirectory: () => '/',
  };
}
