import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../source/parse.js';
import { argumentsOf, asCall, asMember, calleeOf } from './expressions.js';
import { isHeadersCall } from './headers-source.js';
import type { SyncHeadersCall } from './model.js';
import { callsOf } from './program.js';

/**
 * `headers()` read without `await` for the sake of the session, as the documentation's sample does: a type error in
 * Next 15 and a run-time error in 16. Other uses of `headers()` are none of our business.
 */
export function findSyncHeaders(
  file: SourceFile,
  nextMajor: number,
  isSuppressed: (call: NodePath<t.CallExpression>) => boolean,
): SyncHeadersCall[] {
  if (nextMajor < 15 || !file.text.includes('next/headers')) return [];
  const found: SyncHeadersCall[] = [];
  for (const call of callsOf(file)) {
    if (!call.isCallExpression()) continue;
    if (!isHeadersCall(call) || call.parentPath.isAwaitExpression() || !readsSession(call)) continue;
    const fn = call.getFunctionParent();
    found.push({
      call,
      fixable: fn === null ? false : fn.node.async === true,
      suppressed: isSuppressed(call),
    });
  }
  return found;
}

function readsSession(call: NodePath<t.CallExpression>): boolean {
  const parent = call.parentPath;
  if (isSessionGet(parent)) return true;
  if (asCall(parent) && call.listKey === 'arguments') {
    const callee = calleeOf(parent as NodePath<t.CallExpression>);
    return callee.isIdentifier({ name: 'getSessionInfo' });
  }
  if (!parent.isVariableDeclarator() || parent.node.id.type !== 'Identifier') return false;
  const binding = parent.scope.getBinding(parent.node.id.name);
  return (
    binding?.referencePaths.some(
      (reference) => reference.parentPath !== null && isSessionGet(reference.parentPath),
    ) ?? false
  );
}

/** `….get('x-signal-…')`, seen from the member expression. */
function isSessionGet(path: NodePath): boolean {
  const member = asMember(path);
  const call = member?.name === 'get' && path.parentPath ? asCall(path.parentPath) : undefined;
  const name = call && argumentsOf(call)[0];
  return name?.isStringLiteral() === true && name.node.value.toLowerCase().startsWith('x-signal-');
}
