import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../source/parse.js';
import { asCall, bindingOf, type CallPath, calleeOf, directivesOf, isImported } from './expressions.js';

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

function isCacheWrapper(call: CallPath): boolean {
  return isImported(calleeOf(call), 'next/cache', 'unstable_cache');
}
