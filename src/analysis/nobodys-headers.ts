import type { NodePath } from '@babel/traverse';
import { followLocal } from './exports.js';
import {
  argumentsOf,
  asCall,
  type CallPath,
  calleeOf,
  isGlobalName,
  propertyOf,
  unwrap,
  withoutAwait,
} from './expressions.js';
import { isNothing } from './use-positions.js';

/** Whether a call is given nothing but what no visitor sent: nothing, headers made in place, or the answer of a server. */
export function isReadOffNobodys(call: CallPath): boolean {
  const [source, ...more] = argumentsOf(call);
  return source !== undefined && more.length === 0 && isNobodys(source);
}

function isNobodys(source: NodePath): boolean {
  if (isNothing(source)) return true;
  const value = withoutAwait(followLocal(source));
  const fetched = asCall(value);
  if (fetched) return isGlobalName(unwrap(calleeOf(fetched)), 'fetch');
  // Elsewhere in the function the headers of a request may be put into it.
  if (isUsedElsewhere(source)) return false;
  if (value.isNewExpression())
    return value.get('callee').isIdentifier({ name: 'Headers' }) && value.node.arguments.length === 0;
  if (!value.isObjectExpression()) return false;
  const headers = propertyOf(value, 'headers');
  return value.node.properties.length === (headers ? 1 : 0) && (!headers || isNobodys(headers));
}

function isUsedElsewhere(source: NodePath): boolean {
  const value = unwrap(source);
  const binding = value.isIdentifier() ? value.scope.getBinding(value.node.name) : undefined;
  return binding !== undefined && binding.referencePaths.length > 1;
}
