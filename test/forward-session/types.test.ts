import ts from 'typescript';
import { expect, test } from 'vitest';
import { fixturesOf } from '../support/fixtures.js';
import { AMBIENT, addedProblems, problemsOf, TYPE_OPTIONS } from '../support/type-check.js';

/** The project's own modules that the fixtures import. */
const OWN_MODULES = `
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
declare module '@/lib/types' { export type RouteHandler = (request: Request) => Promise<Response> }
`;

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
  texts.set('/ambient.d.ts', AMBIENT + OWN_MODULES);
  const program = ts.createProgram([...texts.keys()], TYPE_OPTIONS, hostOf(texts));
  expect(problemsOf(program, '/ambient.d.ts')).toEqual([]);

  const worse = sides.flatMap(({ name, before, after }) => {
    const added = addedProblems(problemsOf(program, before.file), problemsOf(program, after.file));
    return added.map((problem) => `${name}: ${problem}`);
  });
  expect(worse).toEqual([]);
  expect(fixtures.length).toBeGreaterThan(60);
}, 60_000);

/** As a module of its own, with whatever it calls the Signal module by taken for the one above. */
function side(file: string, text: string): Side {
  return { file, text: `${text.replace(SIGNAL_MODULE, "'signal-module'")}\nexport {};\n` };
}

/** Reads TypeScript's own libraries from disk and everything else from memory. */
function hostOf(texts: ReadonlyMap<string, string>): ts.CompilerHost {
  const disk = ts.createCompilerHost(TYPE_OPTIONS);
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
