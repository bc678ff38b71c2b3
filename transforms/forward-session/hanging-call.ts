import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { argumentsOf, type CallPath, spanOf } from '../../src/analysis/expressions.js';
import type { ClosingBracket, HangingLevel, HangingText } from '../../src/source/hanging.js';
import { isFirstOnLine, lineStartAt } from '../../src/source/lines.js';
import type { Span } from '../../src/source/span.js';
import { outerSpan } from './brackets.js';

/**
 * What a formatter breaks up around a call before its arguments, once the line is too long: `if (user) call()`, a loop
 * like that, conditions (`user && call()`, `isPaid ? call() : other()`), an arrow function that gives the call back, and the lists that it stands in
 * (`waitUntil(call())`, `Promise.all([call(), …])`, `json({ id: call() })`). Undefined where that is not known.
 * @param call the call that grows, or that of a member of what it gives.
 * @param grown how many characters other edits add before the call.
 * @param beside how many they add to the other branch of a condition.
 */
export function hangingCall(text: string, call: CallPath, grown = 0, beside = 0): HangingText | undefined {
  const levels: HangingLevel[] = [];
  let step: Step = { kind: 'around', level: undefined, next: call };
  while (step.kind === 'around') {
    if (step.level) levels.unshift(step.level);
    const value = withKeywords(step.next);
    if (isFirstOnLine(text, startIn(text, value))) return { levels, grown, beside };
    step = stepOut(text, value);
  }
  if (step.kind === 'unknown') return undefined;
  if (step.level) levels.unshift(step.level);
  return { levels, grown, beside };
}

/** The condition of which an expression is a branch, if it is one with the keywords before it. */
export function conditionAround(call: CallPath): NodePath<t.ConditionalExpression> | undefined {
  const value = withKeywords(call);
  return value.key !== 'test' && value.parentPath?.isConditionalExpression() ? value.parentPath : undefined;
}

/** A way out of an expression: what is broken up around it, and what that is a part of. */
type Step =
  | { readonly kind: 'around'; readonly level: HangingLevel | undefined; readonly next: NodePath }
  | { readonly kind: 'statement'; readonly level: HangingLevel | undefined }
  | { readonly kind: 'unknown' };

const UNKNOWN: Step = { kind: 'unknown' };

function stepOut(text: string, value: NodePath): Step {
  const parent = value.parentPath;
  if (!parent) return UNKNOWN;
  if (value.listKey === 'arguments') return outOfArguments(text, value, parent);
  switch (parent.type) {
    case 'ArrowFunctionExpression':
      return outOfArrow(text, value, parent as NodePath<t.ArrowFunctionExpression>);
    case 'ArrayExpression':
      return outOfList(text, value.node, parent, (parent.node as t.ArrayExpression).elements);
    case 'ClassProperty':
      return outOfStatement(text, parent);
    case 'ObjectProperty': {
      const object = parent.parentPath;
      if (isFirstOnLine(text, startIn(text, parent))) return { kind: 'statement', level: undefined };
      return object?.isObjectExpression()
        ? outOfList(text, parent.node, object, object.node.properties)
        : UNKNOWN;
    }
    case 'LogicalExpression':
      return outOfConditions(text, value, parent as NodePath<t.LogicalExpression>);
    case 'ConditionalExpression':
      return outOfBranch(text, value, parent as NodePath<t.ConditionalExpression>);
    case 'AssignmentExpression':
      return { kind: 'around', level: levelOfAssigned(text, value), next: parent };
    case 'VariableDeclarator': {
      const level = levelOfAssigned(text, value);
      if (!parent.parentPath) return UNKNOWN;
      return level
        ? { kind: 'around', level, next: parent.parentPath }
        : outOfStatement(text, parent.parentPath);
    }
    case 'ExpressionStatement':
    case 'ReturnStatement':
    case 'ExportDefaultDeclaration':
      return outOfStatement(text, parent);
    default:
      return UNKNOWN;
  }
}

function outOfStatement(text: string, declared: NodePath): Step {
  const statement = declared.parentPath?.isExportNamedDeclaration() ? declared.parentPath : declared;
  const start = startIn(text, statement);
  if (isFirstOnLine(text, start)) return { kind: 'statement', level: undefined };
  const gap = isBody(statement) ? gapBefore(text, start) : undefined;
  return gap ? { kind: 'statement', level: lineOf([gap]) } : UNKNOWN;
}

/** Out of `condition && call` that is assigned, or a statement, whose operands go to lines of their own together. */
function outOfConditions(text: string, value: NodePath, chain: NodePath<t.LogicalExpression>): Step {
  const { parentPath } = chain;
  const isAssigned = parentPath.isVariableDeclarator() || parentPath.isAssignmentExpression();
  if (value.key !== 'right') return isAssigned ? outOfFirstOperand(text, value, chain) : UNKNOWN;
  if (isAssigned) {
    const operands = gapsInChain(text, chain);
    return operands && chain.node.extra?.parenthesized !== true
      ? { kind: 'around', level: { ...lineOf(operands), of: 'operands' }, next: chain }
      : UNKNOWN;
  }
  const gaps =
    parentPath.isExpressionStatement() && !isBody(parentPath) ? gapsInChain(text, chain) : undefined;
  if (!gaps || !isFirstOnLine(text, startIn(text, chain))) return UNKNOWN;
  return { kind: 'statement', level: lineOf(gaps) };
}

/** Out of the first operand of two, `call() ?? other`, the other of which goes to a line of its own. */
function outOfFirstOperand(text: string, value: NodePath, chain: NodePath<t.LogicalExpression>): Step {
  const gap = gapBefore(text, outerSpan(text, chain.node.right).start);
  if (!gap || chain.node.extra?.parenthesized === true) return UNKNOWN;
  const own = { start: startIn(text, value), end: gap.start };
  const level: HangingLevel = { gaps: [gap], own, closes: undefined, of: 'operands' };
  return { kind: 'around', level, next: chain };
}

/** Out of one branch of a condition on one line, the branches of which go to lines of their own together. */
function outOfBranch(text: string, value: NodePath, condition: NodePath<t.ConditionalExpression>): Step {
  const { test, consequent, alternate, extra } = condition.node;
  const { parentPath } = condition;
  const isAlone =
    parentPath?.isVariableDeclarator() ||
    parentPath?.isAssignmentExpression() ||
    parentPath?.isReturnStatement() ||
    parentPath?.isExpressionStatement();
  const isNested = [test, consequent, alternate].some(({ type }) => type === 'ConditionalExpression');
  if (!isAlone || isNested || value.key === 'test' || extra?.parenthesized === true) return UNKNOWN;
  const [first, second] = [
    [test, consequent],
    [consequent, alternate],
  ].map(([before, behind]) => before && behind && gapBetween(text, before, behind));
  if (!first || !second) return UNKNOWN;
  const own =
    value.key === 'consequent'
      ? { start: first.end, end: second.start }
      : { start: second.end, end: undefined };
  return {
    kind: 'around',
    level: { gaps: [first, second], own, closes: undefined, of: 'branches' },
    next: condition,
  };
}

/** The white space before the `?` or `:` between two parts of a condition, where nothing else is there. */
function gapBetween(text: string, before: t.Node, behind: t.Node): Span | undefined {
  const start = outerSpan(text, before).end;
  const match = /^([\t ]+)[?:] $/.exec(text.slice(start, outerSpan(text, behind).start));
  return match ? { start, end: start + (match[1]?.length ?? 0) } : undefined;
}

/** An operation that is assigned, and a condition that begins with one, goes to a line of its own as a whole. */
function levelOfAssigned(text: string, value: NodePath): HangingLevel | undefined {
  const first = value.isConditionalExpression() ? value.node.test : value.node;
  if (first.type !== 'BinaryExpression' && first.type !== 'LogicalExpression') return undefined;
  const gap = gapBefore(text, startIn(text, value));
  return gap && lineOf([gap]);
}

function gapsInChain(text: string, chain: NodePath<t.LogicalExpression>): HangingLevel['gaps'] | undefined {
  const { left, operator, right } = chain.node;
  const last = gapBefore(text, outerSpan(text, right).start);
  if (last === undefined) return undefined;
  const before = chain.get('left');
  if (!before.isLogicalExpression() || left.extra?.parenthesized === true) return [last];
  const gaps = before.node.operator === operator ? gapsInChain(text, before) : undefined;
  return gaps && [...gaps, last];
}

function outOfArrow(text: string, value: NodePath, arrow: NodePath<t.ArrowFunctionExpression>): Step {
  const gap = gapBefore(text, startIn(text, value));
  // Arrow functions that give back arrow functions are laid out as one.
  if (gap === undefined || value.node.extra?.parenthesized === true || value.isArrowFunctionExpression())
    return UNKNOWN;
  // Before other arguments it goes to a line of its own together with all of them.
  if (arrow.listKey !== 'arguments' || !isLastArgument(arrow))
    return { kind: 'around', level: lineOf([gap]), next: arrow };
  const { end } = spanOf(arrow.node);
  if (text[end] !== ')' || !isCall(value) || !arrow.parentPath) return UNKNOWN;
  const level: HangingLevel = {
    gaps: [gap],
    own: { start: gap.end, end },
    closes: { start: end, end, of: 'call' },
  };
  return { kind: 'around', level, next: arrow.parentPath };
}

function isLastArgument({ node, parentPath }: NodePath): boolean {
  return parentPath !== null && isCall(parentPath) && argumentsOf(parentPath).at(-1)?.node === node;
}

/** What follows the last gap, on a line of its own. */
function lineOf(gaps: HangingLevel['gaps']): HangingLevel {
  return { gaps, own: { start: (gaps.at(-1) ?? gaps[0]).end, end: undefined }, closes: undefined };
}

function outOfArguments(text: string, value: NodePath, call: NodePath): Step {
  if (!isCall(call) || hasCall(call.node.callee)) return UNKNOWN;
  const all = argumentsOf(call);
  const last = all.at(-1);
  const isLast = last?.node === value.node;
  // A last literal or function stays on the line of the bracket.
  if (last !== undefined && isHugged(last)) {
    const isPlain = isLast && !all.some((one) => one !== last && isHugged(one));
    return isPlain ? { kind: 'around', level: undefined, next: call } : UNKNOWN;
  }
  return outOfList(
    text,
    value.node,
    call,
    all.map(({ node }) => node),
  );
}

function isHugged(argument: NodePath): boolean {
  return argument.isObjectExpression() || argument.isArrayExpression() || argument.isFunction();
}

function isCall(path: NodePath): path is CallPath {
  return path.isCallExpression() || path.isOptionalCallExpression();
}

/** Calls that follow each other in a chain are broken up at their dots. */
function hasCall(callee: t.Node): boolean {
  if (callee.type === 'MemberExpression' || callee.type === 'OptionalMemberExpression')
    return hasCall(callee.object);
  return callee.type === 'CallExpression' || callee.type === 'OptionalCallExpression';
}

/** Out of one item of a list on one line, the items of which go to lines of their own together. */
function outOfList(text: string, item: t.Node, list: NodePath, items: readonly (t.Node | null)[]): Step {
  const closing = spanOf(list.node).end - 1;
  const closes: ClosingBracket = {
    start: closing - trailingSpace(text, closing),
    end: closing,
    of: isCall(list) ? 'call' : 'literal',
  };
  const gaps = items.flatMap((one): Span[] => {
    if (one === null) return [];
    const { start } = outerSpan(text, one);
    const gap = { start: start - trailingSpace(text, start), end: start };
    return ',([{'.includes(text.charAt(gap.start - 1)) ? [gap] : [];
  });
  const [first, ...others] = gaps;
  const at = items.indexOf(item);
  const own = gaps[at];
  if (!first || !own || gaps.length < items.length || text[closes.start - 1] === ',') return UNKNOWN;
  if (text.slice(first.start, closing).includes('\n')) return UNKNOWN;
  const end = gaps[at + 1]?.start ?? closes.start;
  const level = { gaps: [first, ...others] as const, own: { start: own.end, end }, closes };
  return { kind: 'around', level, next: list };
}

function trailingSpace(text: string, offset: number): number {
  return /[\t ]*$/.exec(text.slice(lineStartAt(text, offset), offset))?.[0].length ?? 0;
}

/** The white space before `offset`, if something else stands before that on the line. */
function gapBefore(text: string, offset: number): Span | undefined {
  const length = trailingSpace(text, offset);
  return length === 0 || isFirstOnLine(text, offset) ? undefined : { start: offset - length, end: offset };
}

function startIn(text: string, { node }: NodePath): number {
  return outerSpan(text, node).start;
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
