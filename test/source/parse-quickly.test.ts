// biome-ignore-all lint/suspicious/noTemplateCurlyInString: code in strings.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasOxc, OXC_VERSION } from '../../src/source/oxc.js';
import { parseQuickly, parseWithBabel } from '../../src/source/parse.js';
import { repository, SOURCE_FOLDERS, sourcesIn } from '../support/own-sources.js';
import { treeOf } from './support/tree-of.js';

/** Babel's tree and the one that is made quickly, each undefined where there is none. */
function bothOf(path: string, text: string): { readonly babel: unknown; readonly quick: unknown } {
  const parsed = parseWithBabel(path, text);
  const quick = parseQuickly(path, text);
  return {
    babel: parsed.kind === 'parsed' ? treeOf(parsed.file.ast) : undefined,
    quick: quick && treeOf(quick),
  };
}

test('the version that is installed is the one that the trees are known of', () => {
  const manifest = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
    readonly optionalDependencies: Readonly<Record<string, string>>;
  };
  expect(new Set(Object.values(manifest.optionalDependencies))).toEqual(new Set([OXC_VERSION]));
});

describe.skipIf(!hasOxc())('the tree that is made quickly', () => {
  test.each(SOURCE_FOLDERS)('is that of Babel for all of %s', (folder) => {
    const paths = sourcesIn(folder);
    let made = 0;
    for (const path of paths) {
      const { babel, quick } = bothOf(path, readFileSync(join(repository, path), 'utf8'));
      if (quick === undefined) continue;
      made += 1;
      expect(quick, path).toEqual(babel);
    }
    expect(made).toBeGreaterThan(paths.length * 0.95);
  });

  test.each([
    // Programs and statements
    "#!/usr/bin/env node\n'use strict'; /* a */ 'use client' // b\n;('c');",
    '',
    '// nothing',
    "function a() { 'use server'; 'use cache'\n return }",
    'a: for (;;) { if (b) break a; else continue a }',
    'for (const a in b) ; for (const { c } of d) ; for (let g = 1; ; ) ;',
    'do a(); while (b); while (c) d(); switch (e) { case 1: f(); default: }',
    'try { throw a } catch ({ b }) {} finally { debugger }',
    'try {} catch {}',
    'var a, b = 1; let c: d; async () => { using e = f(); await using g = h() }',
    // Expressions
    'a?.b.c(d)?.[e].f; (a?.b).c; a?.b!.c; a!?.(b)!.c.d; a.b?.(); delete a?.b;',
    '((a)); (a, b); (async () => {})(); (() => ({ a }))(); ((a as b).c)!;',
    'a ||= b; a ??= (c && d) ?? e; a = b ? c : d; [a, , { b = 1, ...c }] = d; ({ a: b.c } = d);',
    'a++; --b; (-c) ** 2; typeof void !~d; a in b;',
    'new A; new B<c>(...d, e,); function f() { new.target } import.meta.env; this.a;',
    'f`a${b}\\u{61}${`c`}`; g<h>`i`; `\n`',
    "/a[/]b/giu; 1_000; 0x1f; 1e3; .5; 10n; 0xfn; 1e999; true; null; undefined; 'a\\'b\\u{1F600}'; \"\\n\"",
    "import('a'); import('b', { with: { type: 'json' } }); require('c'); export {};",
    'async function* a() { yield; yield* b; await c; for await (const d of e) {} }',
    'const a = function b() {}, c = async (d, { e = 1 }, [f], ...g) => h, i = j => k;',
    // Objects and classes
    "({ a, b: c, 'd': e, [f]: g, 1: h, i() {}, async *j() {}, get k() { return 1 }, set k(l) {}, ...m, async: 1 })",
    'class A extends (B, C) { constructor() { super() } static a = 1; #b; static #c() {} get #d() { return #b in this && this.#b } async #e() {} *f() {} static { this.g } [h] = i; async }',
    'abstract class A<T> extends B<T> implements C<T>, D.E { declare a: b; private readonly c?: d; protected static override e = 1; f!: g; abstract h(): void; abstract i: j; k(): void; k(l?: m) {} constructor(public n: o, readonly p = 1) { super() } [q: string]: r; declare readonly s; accessor_ }',
    '(class {}); (class A {}); export default class {}',
    // Modules
    "import a, { b as c, type d, default as e, 'f' as g } from 'h'; import * as i from 'j'; import type k from 'l'; import 'm'; import n from './o.json' with { type: 'json' };",
    "export { a, b as c, type d, e as 'f' }; export * from 'g'; export * as h from 'i'; export type * from 'j'; export type { k } from 'l'; export * as 'm' from 'n' with { type: 'json' }; const a = 1, b = 2, d = 3, e = 4;",
    'export const a = 1; export default async function () {}',
    'export default () => {}',
    'export default interface A {}',
    "import a = require('b'); import c = d.e; export = a;",
    // Types
    'type A = { a: b; readonly c?: d; [e: string]: f; readonly [g: number]: h; (i): j; new <K>(l: K): m; n?<O>(p?: q): r; get s(): t; set s(u); "v": w; [x.y]: z; new: A; new?: B; get: C; readonly new: D }',
    'type A<in out B extends C = D> = B extends (infer G extends H)[] ? I : J; function k<const E = F>() {}',
    'type A = { readonly [K in keyof T as `a${K}`]?: T[K] } & { -readonly [K in L]-?: M } | { [K in N]: O }',
    "type A = [a, b?, ...c[]]; type L = [d: e, f?: g]; type K = [...h: i]; type B = readonly string[]; type C = unique symbol; type D = 'a' | -1 | 1n | `b` | null; interface E { f: g | this }",
    "type A = typeof a.b<c>; type B = typeof import('d'); type C = import('e').F.G<H>; type D = abstract new () => I; type E = (this: J, ...k: l[]) => asserts k is m; function n(o): o is p; function n(o) {} function q(r): asserts r {} export {};",
    'interface A<B> extends C<B>, D.E { a(): b } declare function c<D>(e: f): g; declare const h: i; declare class j {}',
    'enum A { B = 1, "C", D = B | 2 } declare const enum E { F } const enum G { H }',
    'namespace A { const b = 1 } declare global { var c: d } ',
    '[] as const; b satisfies C as D; <E>(f); g<H>; i!; (j as K).l;',
    'function a<T,>(this: b, { c }: D = {}, [e]: f, g?, h = (<i>j)): k {} async <L,>(m: L) => n',
  ])('is that of Babel for %s', (text) => {
    const { babel, quick } = bothOf('a.ts', text);
    expect(quick).toEqual(babel);
    expect(quick).toBeDefined();
  });

  test.each([
    '<a b="c" d={e} {...f} g:h="i" j>k {/* l */} {...m} {n}<o.p.q /></a>',
    '<><A<B> /><c-d>\n  text &  more\n</c-d></>',
    '<a b="[&>c]:d" e=<f /> />',
    '<a\r\n  b="c\r\nd">\r\n  e\rf{`g\r\nh\ri`}\r\n</a>',
  ])('is that of Babel for %s', (text) => {
    const { babel, quick } = bothOf('a.tsx', text);
    expect(quick).toEqual(babel);
    expect(quick).toBeDefined();
  });

  test.each([
    ['a decorator', 'a.ts', '@a class B {}'],
    ['a decorator of a parameter', 'a.ts', 'class A { b(@c d) {} }'],
    ['Flow', 'a.js', '// @flow\nconst a: b = c;'],
    ['the name of a character', 'a.tsx', '<a>&nbsp;</a>'],
    ['the name of a character in an attribute', 'a.tsx', '<a b="&quot;" />'],
    ['a target in parentheses', 'a.ts', '(a) = b; [(c)] = d; (e)++'],
    ['a loop over what is declared elsewhere', 'a.ts', 'for (a of b) ;'],
    ['HTML comments', 'a.js', 'a <!-- b'],
    ['a name that oxc writes as JSON has none', 'a.tsx', '<\\u{2F804}></\\u{2F804}>'],
    ['a byte order mark', 'a.ts', '\uFEFFconst a = 1;'],
    ['a module that is declared', 'a.d.ts', "declare module 'a' { export const b: c }"],
    ['an import that is exported', 'a.ts', 'export import a = b.c;'],
    ['a namespace in a namespace', 'a.ts', 'namespace A.B {}'],
    ['a name that is declared twice', 'a.ts', 'const a = 1; const a = 2;'],
    ['a mistake', 'a.ts', 'const a = ;'],
    ['an import in phases', 'a.ts', "import defer * as a from 'b';"],
    ['await outside of functions', 'a.ts', 'await a;'],
    ['deep code', 'a.ts', `const a = ${'['.repeat(500)}${']'.repeat(500)};`],
    ['many levels of one chain', 'a.ts', `a${'.b()'.repeat(199)}`],
  ])('is left to Babel where there is %s', (_, path, text) => {
    expect(parseQuickly(path, text)).toBeUndefined();
  });
});
