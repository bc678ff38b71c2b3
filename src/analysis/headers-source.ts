import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { asCall, calleeOf, isImported, spanOf, unwrap } from './expressions.js';
import { from, refused, type SourceDecision } from './request-parameters.js';

/**
 * `await headers()`, or the variable that holds it already.
 * @param mayBecomeAsync whether everything that calls `fn` awaits it.
 */
export function headersSource(
  fn: NodePath<t.Function>,
  firstUse: number,
  mayBecomeAsync = false,
): SourceDecision {
  const known = awaitedHeaders(fn, firstUse);
  if (known) return known;
  if (fn.node.async) return from({ kind: 'await-headers', makesAsync: false });
  return mayBecomeAsync && canBecomeAsync(fn.node)
    ? from({ kind: 'await-headers', makesAsync: true })
    : refused('not-async');
}

/** A return type of its own would have to change along. */
function canBecomeAsync(fn: t.Function): boolean {
  const isAccessor = (fn.type === 'ObjectMethod' || fn.type === 'ClassMethod') && fn.kind !== 'method';
  return !fn.returnType && !fn.generator && !isAccessor;
}

/** `const headersList = await headers()` directly in the body, before the first use. */
export function awaitedHeaders(fn: NodePath<t.Function>, firstUse: number): SourceDecision | undefined {
  const body = fn.get('body') as NodePath;
  if (!body.isBlockStatement()) return undefined;
  for (const statement of body.get('body')) {
    if ((statement.node.end ?? 0) > firstUse) return undefined;
    if (!statement.isVariableDeclaration()) continue;
    for (const declarator of statement.get('declarations')) {
      const id = declarator.get('id');
      const init = declarator.get('init') as NodePath;
      if (!id.isIdentifier() || !init.node) continue;
      const value = unwrap(init);
      if (value.isAwaitExpression() && isHeadersCall(unwrap(value.get('argument')))) {
        return from({
          kind: 'awaited-headers',
          name: id.node.name,
          statement,
          span: spanOf(declarator.node),
        });
      }
    }
  }
  return undefined;
}

export function isHeadersCall(path: NodePath): boolean {
  const call = asCall(path);
  return call !== undefined && isImported(calleeOf(call), 'next/headers', 'headers');
}
