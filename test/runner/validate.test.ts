import { describe, expect, test } from 'vitest';
import { validateOutput } from '../../src/runner/validate.js';
import { applyEdits, type Edit } from '../../src/source/edit.js';

function insert(at: number, text: string): Edit {
  return { start: at, end: at, text };
}

function problemsOf(before: string, edits: readonly Edit[], path = 'app/api/route.ts'): string[] {
  return validateOutput(path, before, applyEdits(before, edits), edits);
}

describe('an output is refused', () => {
  test('when it does not parse', () => {
    const [problem] = problemsOf('const a = 1;\n', [insert(0, 'const = ;')]);
    expect(problem).toMatch(/^the result would not parse: .*\(line 1, column \d+\)$/);
  });

  test('when await stands in a function that is not async', () => {
    const before = "import { headers } from 'next/headers';\nexport function POST() {\n}\n";
    const [problem] = problemsOf(before, [insert(before.indexOf('}\n', 60), '  await headers();\n')]);
    expect(problem).toMatch(/^the result would not parse: .*await/);
  });

  test('when it uses a value that nothing declares', () => {
    expect(problemsOf('export function f() {}\n', [insert(21, 'track(sessionId);')])).toEqual([
      'the result would use `track`, which it does not declare',
      'the result would use `sessionId`, which it does not declare',
    ]);
  });

  test('when it uses a type that nothing declares or imports', () => {
    const before = 'export function f(a: string) { return a; }\n';
    const expected = ['the result would use `SessionInfo`, which it does not declare'];
    expect(problemsOf(before, [insert(27, ', session: SessionInfo')])).toEqual(expected);
    expect(problemsOf(before, [insert(27, ', session?: Partial<SessionInfo>')])).toEqual(expected);
    expect(problemsOf(before, [insert(27, ", session: SessionInfo['sessionId']")])).toEqual(expected);
    expect(problemsOf(before, [insert(28, ': Promise<SessionInfo>')])).toEqual([
      'the result would use `SessionInfo`, which it does not declare',
    ]);
  });

  test('when a name is declared only in another scope', () => {
    const before = 'export function a() { const sessionId = 1; return sessionId; }\nexport function b() {}\n';
    expect(problemsOf(before, [insert(before.length - 2, 'a.call(sessionId);')])).toEqual([
      'the result would use `sessionId`, which it does not declare',
    ]);
  });

  test('when an edit cuts a name, or two make another one around it', () => {
    const before = 'const word = 1;\nuse(word);\nfunction use(a: number) { return a; }\n';
    const start = before.indexOf('word');
    expect(problemsOf(before, [{ start: start + 2, end: start + 4, text: '' }])).toEqual([
      'the result would use `word`, which it does not declare',
      'the result would change what `word` stands for (line 2 of the original)',
    ]);
    const used = before.indexOf('word', start + 1);
    expect(problemsOf(before, [insert(used, 'first'), insert(used + 4, 'Last')])).toEqual([
      'the result would use `firstwordLast`, which it does not declare',
    ]);
  });

  test('when a declaration that stays is no longer in reach', () => {
    const before = 'const a = 1;\n\nuse(a);\nfunction use(one: number) { return one; }\n';
    const [opened, closed] = [insert(0, '{\n'), insert(before.indexOf('\n') + 1, '}\n')];
    expect(problemsOf(before, [opened, closed])).toContain(
      'the result would use `a`, which it does not declare',
    );
    const hoisted = 'function f() {\n  if (1) { var a = 1; }\n  return a;\n}\n';
    const at = hoisted.indexOf('var');
    expect(problemsOf(hoisted, [{ start: at, end: at + 3, text: 'let' }])).toContain(
      'the result would use `a`, which it does not declare',
    );
  });

  test('when a name is written with escapes', () => {
    expect(problemsOf('export function f() {}\n', [insert(21, 'tr\\u0061ck();')])).toEqual([
      'the result would use `track`, which it does not declare',
    ]);
  });

  test('when a type parameter is used outside of its function', () => {
    const before = 'export function a<T>(x: T) { return x; }\n';
    expect(problemsOf(before, [insert(before.length, 'export const y = (x: T) => x;\n')])).toEqual([
      'the result would use `T`, which it does not declare',
    ]);
  });

  test('when it declares a name twice', () => {
    const before = "import { headers } from 'next/headers';\nheaders();\n";
    const [problem] = problemsOf(before, [insert(0, "import { headers } from 'next/headers';\n")]);
    expect(problem).toMatch(/headers.*already been declared/);
  });

  test('when an import and a type of the file share a name', () => {
    const before = 'interface SessionInfo {}\nexport type A = SessionInfo;\n';
    expect(
      problemsOf(before, [insert(0, "import type { SessionInfo } from '@/lib/signal-server';\n")]),
    ).toEqual(['the result would declare `SessionInfo` twice']);
    const twice = `import type { SessionInfo } from '@/lib/session';\n${before}`;
    expect(problemsOf(twice, [insert(twice.length, 'export const a = 1;\n')])).toEqual([]);
    expect(validateOutput('a.ts', undefined, twice, [])).toEqual([
      'the result would declare `SessionInfo` twice',
    ]);
  });

  test('when a name of ours hides one that the code below uses', () => {
    const before = [
      'const sessionId = stripe();',
      'export async function POST(request: Request) {',
      '  if (request) { log(sessionId); }',
      '}',
      'declare function stripe(): string; declare function log(a: string): void;',
    ].join('\n');
    const declare = insert(
      before.indexOf('  if'),
      '  const { sessionId } = { sessionId: String(request) };\n',
    );
    expect(problemsOf(before, [declare])).toEqual([
      'the result would change what `sessionId` stands for (line 3 of the original)',
    ]);
    const renamed = insert(
      before.indexOf('  if'),
      '  const { sessionId: own } = { sessionId: sessionId };\n',
    );
    expect(problemsOf(before, [renamed])).toEqual([]);
  });

  test('when a name of ours hides one that is only assigned to', () => {
    const before = 'let session = 1;\nexport const f = () => { session = 2; };\n';
    expect(problemsOf(before, [insert(before.indexOf(') =>'), 'session?: number')])).toEqual([
      'the result would change what `session` stands for (line 2 of the original)',
    ]);
  });

  test('when a parameter of ours hides an import', () => {
    const before = "import { session } from 'x';\nexport const f = (a: string) => session(a);\n";
    expect(problemsOf(before, [insert(before.indexOf(') =>'), ', session?: string')])).toEqual([
      'the result would change what `session` stands for (line 2 of the original)',
    ]);
    expect(problemsOf(before, [insert(before.indexOf(') =>'), ', info?: string')])).toEqual([]);
  });

  test('when something is put above a directive', () => {
    expect(problemsOf("'use server';\nexport async function f() {}\n", [insert(0, "import 'x';\n")])).toEqual(
      ["the result would change its directives from 'use server'; to none"],
    );
  });

  test('when the directive of a function is lost', () => {
    const before = "export const f = async () => {\n  'use server';\n};\n";
    expect(problemsOf(before, [insert(before.indexOf("'use"), 'await 0;\n  ')])).toEqual([
      "the result would change its directives from 'use server'; to none",
    ]);
  });

  test('when undoing our edits would not give the input back', () => {
    expect(validateOutput('a.ts', 'const a = 1;', 'const b = 22;', [insert(0, 'x')])).toContain(
      'undoing our edits would not give the original back',
    );
  });
});

describe('the names that nothing declares', () => {
  const missing = (text: string, path = 'a.ts') =>
    validateOutput(path, undefined, text, []).map((problem) => /`(.*)`/.exec(problem)?.[1] ?? problem);

  test.each<[string, string[]]>([
    ['type A = b.C;', ['b']],
    ['type A = typeof b.c;', ['b']],
    ['type A = typeof b;', ['b']],
    ['enum A { b = c, d = 1 }', ['c']],
    ['interface A extends B<C> {}', ['B', 'C']],
    ['class A implements B {}', ['B']],
    ['class A extends b {}', ['b']],
    ['f(a as B);', ['f', 'a', 'B']],
    ['f(a satisfies B);', ['f', 'a', 'B']],
    ['f(a!);', ['f', 'a']],
    ['f(<B>a);', ['f', 'B', 'a']],
    ['f(a<B>);', ['f', 'a', 'B']],
    ['export = a;', ['a']],
    ['f({} as const);', ['f']],
    ['a: for (;;) break a;', []],
    ['a = 1;', ['a']],
    ['a++;', ['a']],
    ['a += 1;', ['a']],
    ['[a.b, c] = { d: e } = f;', ['c', 'a', 'e', 'f']],
    ['for (a of b);', ['a', 'b']],
    ['for (const a in b);', ['b']],
    ['let a; a = 1; a++; for (a of []);', []],
    ['({ a: b });', ['b']],
    ['({ a });', ['a']],
    ['a.b; c?.d;', ['a', 'c']],
  ])('of %s', (text, names) => {
    expect(missing(text)).toEqual(names);
  });

  test.each<[string, string[]]>([
    ['function f() { interface A {} let b: A; } let c: A;', ['A']],
    ['function f() { type A = 1; let b: A; }', []],
    ['{ enum A {} f(A); } declare function f(a: unknown): void;', []],
    ['namespace N { type A = 1; export type B = A; } let c: A;', ['A']],
    ['namespace N { export type A = 1; export type B = A; }', []],
    ['export default interface A {} let b: A;', []],
    ["declare module 'x' { type A = 1; let b: A; } let c: A;", ['A']],
    ['export declare namespace N {} let a: N.B;', []],
    ['export default function (a: string): void; export default function (a: unknown) {} let b: B;', ['B']],
    ['type A<B> = B; let c: B;', ['B']],
    ['interface A<B> { c: B } let d: B;', ['B']],
    ['class A<B> { c!: B; d<E>(e: E) {} } let f: E;', ['E']],
    ['const a = <B,>(b: B): B => b; let c: B;', ['B']],
    ['type A = { [B in "c"]: B }; let d: B;', ['B']],
    ['type A<B> = B extends (infer C)[] ? C : never; let d: C;', ['C']],
    ['declare const a: unique symbol; f(a); declare function f(a: unknown): void;', []],
  ])('knows how far a type can be seen: %s', (text, names) => {
    expect(missing(text)).toEqual(names);
  });

  test('in JSX', () => {
    expect(missing('const a = <b c={d} e="f"><G /><H.I /></b>;', 'a.tsx')).toEqual(['d', 'G', 'H']);
  });

  test('that the platform and TypeScript declare are left out', () => {
    const text = 'require(a); module.exports = exports; arguments; __dirname; window; document; fetch(URL);';
    expect(missing(text, 'a.js')).toEqual(['a']);
    expect(missing('type A = Omit<B, "c"> | NodeJS.D | JSX.Element | ReadonlyMap<E, HeadersInit>;')).toEqual([
      'B',
      'E',
    ]);
  });
});

describe('an output passes', () => {
  test('when it uses the web platform and the types of TypeScript itself', () => {
    const before = 'export async function GET() {}\n';
    const edits = [insert(26, 'request: Request'), insert(28, '')];
    expect(problemsOf(before, edits)).toEqual([]);
    expect(
      problemsOf('', [insert(0, 'export type A = Record<string, Awaited<Promise<undefined>>>;\n')]),
    ).toEqual([]);
  });

  test('when its types, type parameters, enums and namespaces are declared in the file', () => {
    const text = `
      export interface A<T> extends Base { a: T; m<U>(u: U): U }
      interface Base {}
      type Keys = { [K in keyof Base]: Base[K] };
      type Inner<T> = T extends Promise<infer V> ? V : Keys;
      enum Colour { Red }
      declare namespace N { type X = string }
      declare function ambient(a: string): void;
      export function f(this: Base, c = Colour.Red, x?: N.X) { ambient(x as string); return [c] as const; }
      export type Fn = (named: Inner<string>) => asserts named is string;
      export type { Keys };
      class C<P> implements A<P> { a!: P; m<U>(u: U) { return u } static #x = 1 }
      export default C;
    `;
    expect(validateOutput('lib/a.ts', undefined, text, [])).toEqual([]);
  });

  test('when a name was unresolved in the input already', () => {
    expect(problemsOf('gtag("x");\nlet a: Mystery;\n', [insert(0, 'gtag("y");\nlet b: Mystery;\n')])).toEqual(
      [],
    );
  });

  test('when JSX uses elements and imported components', () => {
    const before = 'import { P } from \'p\';\nexport const A = () => <div data-a="1"><P.Q>{1}</P.Q></div>;\n';
    expect(problemsOf(before, [insert(before.indexOf('<P.Q>'), '<my-el /><span />')], 'app/a.tsx')).toEqual(
      [],
    );
    expect(problemsOf(before, [insert(before.indexOf('<P.Q>'), '<Missing />')], 'app/a.tsx')).toEqual([
      'the result would use `Missing`, which it does not declare',
    ]);
  });

  test('when our edits rename a parameter together with its uses', () => {
    const before = 'export function GET(_req: Request) { return _req.url; }\n';
    const edits = [before.indexOf('_req'), before.lastIndexOf('_req')].map((start) => ({
      start,
      end: start + 4,
      text: 'request',
    }));
    expect(problemsOf(before, edits)).toEqual([]);
  });

  test('when it is no source file', () => {
    for (const path of ['.env.local', 'a.json', 'a.ts.md', 'a.xts', 'ats'])
      expect(validateOutput(path, 'A=1 \n', 'A=1 \nB=2\n', [insert(5, 'B=2\n')])).toEqual([]);
    for (const path of ['a.ts', 'a.TSX', 'a.mts', 'a.cjs', 'a.jsx'])
      expect(validateOutput(path, 'A=1 \n', 'A=1 \nB=2\n', [insert(5, 'B=2\n')])).toHaveLength(1);
  });

  test('when the input has a BOM, CRLF and overloads', () => {
    const before =
      '\uFEFF"use server";\r\nexport function f(a: string): void;\r\nexport function f(a: unknown) { a; }\r\n';
    expect(problemsOf(before, [insert(before.indexOf('{ a') + 1, ' const b = a; b;')])).toEqual([]);
  });
});
