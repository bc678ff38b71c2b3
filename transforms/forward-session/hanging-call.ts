import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { type CallPath, spanOf } from '../../src/analysis/expressions.js';
import type { HangingText } from '../../src/source/hanging.js';

/**
 * What a formatter moves to a line of its own once it is too long for the one that it is on: a call that is the body of
 * an `if` or a loop without braces (`if (user) signal.capture(…)`), that hangs on a condition (`user && signal.capture(…)`),
 * or that an arrow function gives back. Undefined for other calls, and where the line begins with the call already.
 */
export function hangingCall(text: string, call: CallPath): HangingText | undefined {
  const value = withKeywords(call);
  const holder = value.parentPath;
  const { start } = spanOf(value.node);
  const gap = /(?<=\S)[\t ]+$/.exec(text.slice(text.lastIndexOf('\n', start - 1) + 1, start))?.[0];
  if (!holder || gap === undefined) return undefined;
  const hanging = { gap: { start: start - gap.length, end: start }, closes: undefined };
  if (holder.isExpressionStatement()) return isBody(holder) ? hanging : undefined;
  if (holder.isLogicalExpression()) return isCondition(holder) ? hanging : undefined;
  if (!holder.isArrowFunctionExpression() || value.node.extra?.parenthesized === true) return undefined;
  if (holder.listKey !== 'arguments') return isValue(holder) ? hanging : undefined;
  const { end } = spanOf(holder.node);
  // Anything but the last argument, or but the call alone, goes to a line of its own together with all others.
  return text[end] === ')' && value === call ? { ...hanging, closes: end } : undefined;
}

/** With the `await` and `void` before it. */
function withKeywords(call: NodePath): NodePath {
  let value = call;
  while (value.parentPath?.isAwaitExpression() || value.parentPath?.isUnaryExpression({ operator: 'void' }))
    value = value.parentPath;
  return value;
}

/** Whether a statement is what an `if` or a loop does, without braces. */
function isBody({ key, parentPath }: NodePath): boolean {
  if (parentPath?.isIfStatement()) return key === 'consequent' || key === 'alternate';
  return key === 'body' && (parentPath?.isFor() === true || parentPath?.isWhileStatement() === true);
}

/** Whether `condition && call` is a statement of its own; several conditions go to lines of their own, too. */
function isCondition({ node, parentPath }: NodePath<t.LogicalExpression>): boolean {
  return node.left.type !== 'LogicalExpression' && parentPath.isExpressionStatement() && !isBody(parentPath);
}

/** Whether a function is the value of a variable or a property. */
function isValue({ key, parentPath }: NodePath): boolean {
  return (
    (key === 'init' && parentPath?.isVariableDeclarator() === true) ||
    (key === 'right' && parentPath?.isAssignmentExpression() === true) ||
    (key === 'value' && (parentPath?.isObjectProperty() || parentPath?.isClassProperty()) === true)
  );
}
