import type * as t from '@babel/types';
import { argumentsOf, type CallPath, spanOf } from '../../src/analysis/expressions.js';
import { lineStartAt } from '../../src/source/lines.js';
import type { ListText } from '../../src/source/list.js';
import type { Span } from '../../src/source/span.js';
import { skipTrivia } from '../../src/source/trivia.js';

/** The list that `items` stand in; `open` is the offset just after its bracket, needed where it is empty. */
export function bracketsAround(
  text: string,
  items: readonly Span[],
  bracket: '{' | '(' | '[',
  open = text.lastIndexOf(bracket, (items[0]?.start ?? 0) - 1) + 1,
): ListText {
  const last = skipTrivia(text, items.at(-1)?.end ?? open);
  const close = text[last] === ',' ? skipTrivia(text, last + 1) : last;
  return { open, close, items, padded: bracket === '{' };
}

/** The argument list of a call. */
export function argumentList(text: string, call: CallPath): ListText {
  const items = argumentsOf(call).map(({ node }) => outerSpan(text, node));
  const close = spanOf(call.node).end - 1;
  const calleeEnd = outerSpan(
    text,
    call.node.typeParameters ?? call.node.typeArguments ?? call.node.callee,
  ).end;
  return { open: text.indexOf('(', calleeEnd) + 1, close, items, padded: false };
}

/** The span of an expression with all the parentheses around it. */
export function outerSpan(text: string, node: t.Node): Span {
  const inner = spanOf(node);
  const start = node.extra?.parenStart;
  if (typeof start !== 'number') return inner;
  let { end } = inner;
  // Babel gives the outermost parenthesis; each one before the expression has its like after it.
  for (let at = start; at < inner.start; at = skipTrivia(text, at + 1)) end = skipTrivia(text, end) + 1;
  return { start, end };
}

/** Where a call begins, with the `await` before it and the parentheses around both. */
export function startWithAwait(text: string, call: CallPath): number {
  const { parentPath } = call;
  return outerSpan(text, parentPath?.isAwaitExpression() ? parentPath.node : call.node).start;
}

/**
 * Whether brackets are open on the line before `start`, or the head of an `if` or a loop: broken up there, a call
 * would stand askew.
 */
export function standsInside(text: string, start: number): boolean {
  const before = text.slice(lineStartAt(text, start), start);
  let open = 0;
  for (const character of before) {
    if ('([{'.includes(character)) open += 1;
    else if (')]}'.includes(character)) open -= open > 0 ? 1 : 0;
  }
  return open > 0 || /\) *$/.test(before);
}
