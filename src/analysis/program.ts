import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../source/parse.js';
import { traverse } from '../source/traverse.js';
import { asCall, type CallPath } from './expressions.js';

const calls = new WeakMap<SourceFile, readonly CallPath[]>();
const sites = new WeakMap<SourceFile, readonly Site[]>();
const programs = new WeakMap<SourceFile, NodePath<t.Program>>();

/** The program path of a file with its scopes crawled; made once per parsed file. */
export function programOf(file: SourceFile): NodePath<t.Program> {
  const known = programs.get(file);
  if (known) return known;
  let program: NodePath<t.Program> | undefined;
  traverse(file.ast, {
    Program(path) {
      program = path;
      path.stop();
    },
  });
  if (!program) throw new Error(`${file.path} has no program node`);
  programs.set(file, program);
  return program;
}

/** What request scopes are told by. */
export type Site =
  | CallPath
  | NodePath<t.Function>
  | NodePath<t.VariableDeclarator>
  | NodePath<t.TSSatisfiesExpression>;

/**
 * Every call, function, declared variable and `satisfies` of a file, outer ones first; looked for once per parsed file,
 * because a walk costs as much as parsing.
 */
export function sitesOf(file: SourceFile): readonly Site[] {
  const known = sites.get(file);
  if (known) return known;
  const found: Site[] = [];
  const visit = (site: Site): void => {
    found.push(site);
  };
  programOf(file).traverse({
    CallExpression: visit,
    OptionalCallExpression: visit,
    Function: visit,
    VariableDeclarator: visit,
    TSSatisfiesExpression: visit,
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
