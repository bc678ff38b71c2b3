import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../source/parse.js';
import { traverse } from '../source/traverse.js';
import type { CallPath } from './expressions.js';

const calls = new WeakMap<SourceFile, readonly CallPath[]>();
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

/** Every call of a file, outer ones first; looked for once per parsed file, because a walk costs as much as parsing. */
export function callsOf(file: SourceFile): readonly CallPath[] {
  const known = calls.get(file);
  if (known) return known;
  const found: CallPath[] = [];
  const visit = (call: CallPath): void => {
    found.push(call);
  };
  programOf(file).traverse({ CallExpression: visit, OptionalCallExpression: visit });
  calls.set(file, found);
  return found;
}

export function hasDirective(file: SourceFile, value: string): boolean {
  return file.ast.program.directives.some((directive) => directive.value.value === value);
}
