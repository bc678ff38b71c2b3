import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../source/parse.js';
import {
  asCall,
  asMember,
  bindingOf,
  type CallPath,
  calleeOf,
  callWith,
  directivesOf,
  importedValue,
  isImported,
  unwrap,
} from './expressions.js';

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
      const call = callWith(reference);
      return call !== undefined && isCacheWrapper(call);
    }) ?? false
  );
}

function isCacheDirective(value: string): boolean {
  return value === 'use cache' || value.startsWith('use cache:');
}

/** Packages that keep what a function gives for all that call it with the same arguments. */
const MEMOIZERS =
  /^(?:p-memoize|mem|memoizee|moize|micro-memoize|memoize|memoize-one|lodash\.memoize|lodash(?:-es)?\/memoize)$/;

function isCacheWrapper(call: CallPath): boolean {
  const callee = calleeOf(call);
  if (isImported(callee, 'next/cache', 'unstable_cache')) return true;
  const imported = importedValue(callee);
  if (!imported) return asMember(unwrap(callee))?.name === 'memoize' && isLodash(callee);
  return MEMOIZERS.test(imported.source) || (imported.name === 'memoize' && LODASH.test(imported.source));
}

const LODASH = /^(?:lodash(?:-es)?|underscore|es-toolkit|remeda|ramda)(?:$|\/)/;

function isLodash(callee: NodePath): boolean {
  const object = asMember(unwrap(callee))?.object;
  return object !== undefined && LODASH.test(importedValue(object)?.source ?? '');
}
