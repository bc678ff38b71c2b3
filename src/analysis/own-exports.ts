import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { readBelow } from '../source/crawl.js';
import type { SourceFile } from '../source/parse.js';
import { asMember } from './expressions.js';
import { programOf } from './program.js';

/** Whether an expression is what a CommonJS module exports as a whole: `exports` or `module.exports`. */
export function isModuleExports(path: NodePath): boolean {
  if (path.isIdentifier({ name: 'exports' })) return !path.scope.hasBinding('exports', true);
  const member = asMember(path);
  return (
    member?.name === 'exports' &&
    member.object.isIdentifier({ name: 'module' }) &&
    !member.object.scope.hasBinding('module', true)
  );
}

type ByName = ReadonlyMap<string, readonly NodePath[]>;

const readsByProgram = new WeakMap<t.Node, ByName>();

/** Where a CommonJS module reads its own export `name`: `exports.track(…)`. */
export function readsOfOwnExport(file: SourceFile, name: string): readonly NodePath[] {
  if (!file.text.includes('exports')) return [];
  const program = programOf(file);
  const reads = readsByProgram.get(program.node) ?? readsIn(program);
  readsByProgram.set(program.node, reads);
  return reads.get(name) ?? [];
}

function readsIn(program: NodePath<t.Program>): ByName {
  const found = new Map<string, NodePath[]>();
  const visit = (path: NodePath): void => {
    const member = asMember(path);
    if (member?.name === undefined || !isModuleExports(member.object)) return;
    if (path.key === 'left' && path.parentPath?.isAssignmentExpression()) return;
    const known = found.get(member.name);
    if (known) known.push(path);
    else found.set(member.name, [path]);
  };
  readBelow(program, { MemberExpression: visit, OptionalMemberExpression: visit });
  return found;
}
