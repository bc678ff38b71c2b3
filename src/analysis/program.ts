import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { crawledProgram } from '../source/crawl.js';
import type { SourceFile } from '../source/parse.js';
import { asCall, type CallPath } from './expressions.js';

const calls = new WeakMap<SourceFile, readonly CallPath[]>();
const sites = new WeakMap<SourceFile, readonly Site[]>();
const programs = new WeakMap<SourceFile, NodePath<t.Program>>();

/** The program path of a file with its scopes crawled; made once per parsed file. */
export function programOf(file: SourceFile): NodePath<t.Program> {
  const known = programs.get(file);
  if (known) return known;
  const found: Site[] = [];
  const program = crawledProgram(file.ast, (path) => {
    if (isSite(path)) found.push(path);
  });
  programs.set(file, program);
  // Babel crawls a tree once, so that somebody else's crawl has left nothing to find.
  if (found.length > 0) sites.set(file, found);
  return program;
}

/** Drops all that is remembered of a file that nobody looks at any more. */
export function forgetFile(file: SourceFile): void {
  programs.delete(file);
  sites.delete(file);
  calls.delete(file);
}

/** What request scopes are told by. */
export type Site =
  | CallPath
  | NodePath<t.Function>
  | NodePath<t.VariableDeclarator>
  | NodePath<t.TSSatisfiesExpression>;

const SITES: ReadonlySet<string> = new Set<Site['node']['type']>([
  'CallExpression',
  'OptionalCallExpression',
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'ObjectMethod',
  'ClassMethod',
  'ClassPrivateMethod',
  'VariableDeclarator',
  'TSSatisfiesExpression',
]);

function isSite(path: NodePath): path is Site {
  return SITES.has(path.node.type);
}

/**
 * Every call, function, declared variable and `satisfies` of a file, outer ones first; found by the walk that crawls the
 * scopes, because another one costs as much as parsing.
 */
export function sitesOf(file: SourceFile): readonly Site[] {
  const program = programOf(file);
  const known = sites.get(file);
  if (known) return known;
  const found: Site[] = [];
  program.traverse({
    enter(path) {
      if (isSite(path)) found.push(path);
    },
  });
  sites.set(file, found);
  return found;
}

/** Every call of a file, outer ones first. */
export function callsOf(file: SourceFile): readonly CallPath[] {
  const known = calls.get(file);
  if (known) return known;
  const found = sitesOf(file).flatMap((site) => asCall(site) ?? []);
  calls.set(file, found);
  return found;
}

export function hasDirective(file: SourceFile, value: string): boolean {
  return file.ast.program.directives.some((directive) => directive.value.value === value);
}
