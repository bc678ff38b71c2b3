import type { Binding, NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../source/parse.js';
import { asCall, type CallPath, calleeOf, directivesOf, isImported } from './expressions.js';

/**
 * Whether `fn` is cached: `'use cache'` (private and remote ones too) in it or over its file, or a callback of
 * `unstable_cache`. React's `cache` is none: it lasts for one request.
 */
export function isCached(fn: NodePath<t.Function>, file: SourceFile): boolean {
  if (directivesOf(fn).some(isCacheDirective)) return true;
  if (file.ast.program.directives.some((directive) => isCacheDirective(directive.value.value))) return true;
  const parent = fn.parentPath && asCall(fn.parentPath);
  if (parent && isCacheWrapper(parent)) return true;
  const named = bindingOf(fn);
  return (
    named?.referencePaths.some((reference) => {
      const call = reference.parentPath && asCall(reference.parentPath);
      return call !== undefined && call !== null && reference.listKey === 'arguments' && isCacheWrapper(call);
    }) ?? false
  );
}

function isCacheDirective(value: string): boolean {
  return value === 'use cache' || value.startsWith('use cache:');
}

/** The name that `fn` is declared under. */
function bindingOf(fn: NodePath<t.Function>): Binding | undefined {
  if (fn.isFunctionDeclaration()) {
    return fn.node.id ? fn.parentPath.scope.getBinding(fn.node.id.name) : undefined;
  }
  const variable = fn.parentPath?.isVariableDeclarator() ? fn.parentPath.node.id : undefined;
  return variable?.type === 'Identifier' ? fn.scope.parent.getBinding(variable.name) : undefined;
}

function isCacheWrapper(call: CallPath): boolean {
  return isImported(calleeOf(call), 'next/cache', 'unstable_cache');
}
