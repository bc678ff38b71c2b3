import type { NodePath } from '@babel/traverse';
import { isWrapper } from '../source/wrappers.js';
import { asCall, calledName, memberCalled, unwrap } from './expressions.js';

const MOST_VARIABLES = 4;
/** What people call the functions, and the clients, that make a request. */
const REQUESTING = /fetch|axios|^ky$|^got$|superagent/i;

/**
 * Whether a value goes into requests that the code makes, and nowhere else: it is, or is part of, an argument of `fetch`
 * or its like, or the variable is that holds it.
 */
export function isSent(value: NodePath, hops = 0): boolean {
  const whole = wholeAround(value);
  if (isRequestArgument(whole)) return true;
  const declarator = whole.parentPath;
  const name =
    declarator?.isVariableDeclarator() && declarator.node.id.type === 'Identifier'
      ? declarator.node.id.name
      : undefined;
  return name !== undefined && declarator !== null && isHeldForRequests(name, declarator, hops);
}

/** As `isSent`, for the variable that `receiver` names, whatever is called on it. */
export function isSentLater(receiver: NodePath): boolean {
  const value = unwrap(receiver);
  return value.isIdentifier() && isHeldForRequests(value.node.name, value, 0);
}

function isHeldForRequests(name: string, at: NodePath, hops: number): boolean {
  const binding = hops > MOST_VARIABLES ? undefined : at.scope.getBinding(name);
  const uses = (binding?.referencePaths ?? []).filter((use) => use.key !== 'object');
  return uses.length > 0 && uses.every((use) => isSent(use, hops + 1));
}

/** The object, list or choice that an expression is part of, as far out as that goes. */
function wholeAround(value: NodePath): NodePath {
  let whole = value;
  for (let around = value.parentPath; around; around = around.parentPath) {
    const isPart =
      isWrapper(around.node) ||
      around.isObjectExpression() ||
      around.isSpreadElement() ||
      around.isLogicalExpression() ||
      (around.isObjectProperty() && whole.key === 'value') ||
      (around.isConditionalExpression() && whole.key !== 'test') ||
      (around.isNewExpression() && around.get('callee').isIdentifier({ name: 'Headers' }));
    if (!isPart) return whole;
    whole = around;
  }
  return whole;
}

function isRequestArgument(value: NodePath): boolean {
  const around = value.parentPath;
  if (value.listKey !== 'arguments' || !around) return false;
  if (around.isNewExpression()) return around.get('callee').isIdentifier({ name: 'Request' });
  const call = asCall(around);
  if (!call) return false;
  const client = memberCalled(call)?.object;
  const names = [calledName(call), client?.isIdentifier() ? client.node.name : undefined];
  return names.some((name) => name !== undefined && REQUESTING.test(name));
}
