import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { isWrapper } from '../source/wrappers.js';

/** The name a person would call the function by. */
export function functionName(fn: NodePath<t.Function>): string {
  const { node, parentPath } = fn;
  if ('id' in node && node.id) return node.id.name;
  if ((fn.isObjectMethod() || fn.isClassMethod()) && 'key' in node && node.key.type === 'Identifier') {
    return node.key.name;
  }
  if (fn.isClassPrivateMethod()) return `#${fn.node.key.id.name}`;
  let holder: NodePath | null = parentPath;
  while (holder && (holder.isCallExpression() || isWrapper(holder.node))) holder = holder.parentPath;
  if (holder?.isVariableDeclarator() && holder.node.id.type === 'Identifier') return holder.node.id.name;
  if (holder?.isObjectProperty() && holder.node.key.type === 'Identifier') return holder.node.key.name;
  return 'anonymous function';
}
