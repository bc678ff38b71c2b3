import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Binding, NodePath, Scope } from '@babel/traverse';
import babelTypes, { type File, type Node, type Program } from '@babel/types';
import { describe, expect, test } from 'vitest';
import { type Site, sitesOf } from '../../src/analysis/program.js';
import { crawledProgram } from '../../src/source/crawl.js';
import { parseSource, type SourceFile } from '../../src/source/parse.js';
import { traverse } from '../../src/source/traverse.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What the fixtures have little of: keys, decorators and `switch` have a scope of another place than they stand in. */
const ODD = `
@sealed class A<T> extends (class B extends C {}) {
  @log(x => x) static [key((y) => y)](@inject() z, { a, ...b } = () => this.#w) { var z; return arguments; }
  static { let s = 1; s++; }
  #w = function own(p = own) { own = p; };
  accessor2(this: A<string>) {}
}
switch (((q) => q)(1)) { case 1: { let q = 2; break; } default: var hoisted = 3; }
outer: for (const [i, { j = i }] of list) { for (k in object) { continue outer; } for (var l = 0; l < 3; l++); }
try { risk(); } catch ({ message }) { var message2 = message; delete message2.x; } finally { unknown = 1; ({ a: a2, ...rest } = {}); }
enum E { One = E2.One } declare module 'm' { export const inner: number; }
namespace N { export const n = E.One; } type T1 = typeof N.n; interface I { m(a: string): void }
import def, { named as renamed, type Kind } from 'x'; import * as all from 'y'; import fs = require('fs');
export { renamed as again }; export default class {} export const fn = async function* named2() { yield* await named2; };
const jsx = (v: Kind) => v satisfies Kind, opt = a?.b?.(c)?.[d], tpl = tag\`\${(e) => e}\`;
function overloaded(a: string): void; function overloaded(a: any) { using r = open(a); function overloaded2() {} }
export function assigned() { assigned = renamed; def ||= all; fs++; [a.b, c] = []; new (class Own { static m() { return Own; } })(); }
`;

function textsBelow(folder: string): [name: string, text: string][] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(ROOT.length), readFileSync(path, 'utf8')]);
}

const TEXTS = [
  ['odd.ts', ODD] as const,
  ...['__testfixtures__', 'transforms', 'examples', 'runtime'].flatMap(textsBelow),
];

function parsed(path: string, text: string): SourceFile | undefined {
  const result = parseSource(path, text);
  return result.kind === 'parsed' ? result.file : undefined;
}

function plainlyCrawled(ast: File): NodePath<Program> {
  let program: NodePath<Program> | undefined;
  traverse(ast, {
    Program(path) {
      program = path;
      path.stop();
    },
  });
  if (!program) throw new Error('no program');
  return program;
}

const place = (path: NodePath): string => `${nodeAt(path.node)} as ${path.listKey ?? ''} ${path.key}`;
const nodeAt = (node: Node): string => `${node.type} ${node.start}-${node.end}`;

function describeBinding({ identifier, scope, path, kind, ...rest }: Binding) {
  return {
    at: nodeAt(identifier),
    in: nodeAt(scope.block),
    by: place(path),
    kind,
    flags: [rest.constant, rest.referenced, rest.references],
    references: rest.referencePaths.map(place),
    violations: rest.constantViolations.map(place),
  };
}

function describeScope(scope: Scope) {
  return {
    block: place(scope.path),
    parent: scope.parent && nodeAt(scope.parent.block),
    bindings: Object.entries(scope.bindings).map(([name, binding]) => [name, describeBinding(binding)]),
    globals: Object.entries(scope.globals).map(([name, node]) => [name, nodeAt(node)]),
    labels: [...(scope as unknown as { labels: Map<string, NodePath> }).labels.keys()],
  };
}

/** Every path as a later traversal sees it, its scope, and what a visitor that skips part of the tree sees. */
function describeProgram(program: NodePath<Program>) {
  const scopes = new Set<Scope>([program.scope]);
  const paths: string[] = [];
  const got: string[] = [];
  const outside: string[] = [];
  program.traverse({
    enter(path) {
      scopes.add(path.scope);
      paths.push(`${place(path)} in ${nodeAt(path.scope.block)}, ${path.shouldSkip} ${path.removed}`);
      for (const key of babelTypes.VISITOR_KEYS[path.type] ?? []) {
        const below = path.get(key) as NodePath | NodePath[];
        for (const one of [below].flat())
          if (one.node) got.push(`${place(one)} in ${nodeAt(one.scope.block)}`);
      }
    },
  });
  program.traverse({
    Function: (path) => path.skip(),
    Identifier: (path) => void outside.push(place(path)),
  });
  return { paths, got, outside, scopes: [...scopes].map(describeScope) };
}

test('all of them are looked at', () => {
  expect(TEXTS.length).toBeGreaterThan(1500);
  expect(parsed('odd.ts', ODD)).toBeDefined();
});

describe('the quick crawl leaves what that of Babel leaves', () => {
  test.each(['odd.ts', '__testfixtures__/', 'transforms/', 'examples/', 'runtime/'])('in %s', (start) => {
    for (const [path, text] of TEXTS.filter(([name]) => name.startsWith(start))) {
      const [ours, plain] = [parsed(path, text), parsed(path, text)];
      if (!ours || !plain) continue;
      const entered: NodePath[] = [];
      const program = attempt(() => crawledProgram(ours.ast, (one) => entered.push(one)));
      const expected = attempt(() => plainlyCrawled(plain.ast));
      if (typeof program === 'string' || typeof expected === 'string') {
        expect(program, path).toBe(expected);
        continue;
      }
      expect(Object.hasOwn(program, 'traverse')).toBe(false);
      expect(describeProgram(program), path).toEqual(describeProgram(expected));
    }
  });
}, 60_000);

/** The message where it fails, as it does for a name that is declared twice. */
function attempt<T>(run: () => T): T | string {
  try {
    return run();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

test('the sites are those of a walk of their own', () => {
  for (const [path, text] of TEXTS) {
    const [ours, plain] = [parsed(path, text), parsed(path, text)];
    if (!ours || !plain || typeof attempt(() => sitesOf(ours)) === 'string') continue;
    const found: string[] = [];
    const visit = (site: Site): void => void found.push(place(site));
    plainlyCrawled(plain.ast).traverse({
      CallExpression: visit,
      OptionalCallExpression: visit,
      Function: visit,
      VariableDeclarator: visit,
      TSSatisfiesExpression: visit,
    });
    expect(sitesOf(ours).map(place), path).toEqual(found);
  }
}, 60_000);

test('the sites of a tree that was crawled by somebody else are found', () => {
  const file = parsed('a.ts', 'const f = () => g(1);');
  if (!file) throw new Error('it parses');
  traverse(file.ast, {});
  expect(sitesOf(file).map(({ type }) => type)).toEqual([
    'VariableDeclarator',
    'ArrowFunctionExpression',
    'CallExpression',
  ]);
});

test('a name that is declared twice throws once, as with Babel', () => {
  const file = parsed('a.ts', 'let a; import type a = require("x"); f(a);');
  if (!file) throw new Error('it parses');
  expect(() => sitesOf(file)).toThrow(/Duplicate declaration/);
  expect(sitesOf(file).map(({ type }) => type)).toContain('CallExpression');
});
