import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { spanOf } from '../../src/analysis/expressions.js';
import { type SignatureNode, writtenParametersOf } from '../../src/analysis/signatures.js';
import { breaksLine, type Edit } from '../../src/source/edit.js';
import { isHeld } from '../../src/source/held-lines.js';
import { indentAt, isFirstOnLine, lineEndAt, lineStartAt, widthOfLine } from '../../src/source/lines.js';
import { appendItems } from '../../src/source/list.js';
import { mayMove } from '../../src/source/moved-lines.js';
import type { Span } from '../../src/source/span.js';
import type { FileStyle } from '../../src/source/style.js';
import { goesOn, skipTrivia, trailingCommentEnd, visibleEnd } from '../../src/source/trivia.js';
import { bracketsAround, outerSpan } from './brackets.js';
import { openParameters } from './hugged-parameter.js';

/** What is known about the place of a new parameter. */
export interface ParameterPlace {
  /** Never break the parameters up, however long their line. */
  readonly keepLine?: boolean;
  /** Whether the lines of the parameter before it may be moved to make room. */
  opens?(before: Span): boolean;
}

/** Adds a parameter after the ones that a function, or a declaration of one, has. */
export function addParameter(
  text: string,
  fn: NodePath<t.Function> | NodePath<SignatureNode>,
  parameter: string,
  style: FileStyle,
  { keepLine = false, opens }: ParameterPlace = {},
): Edit[] {
  const nodes = writtenParametersOf(fn.node);
  const params = nodes.map(spanOf);
  const [first] = params;
  if (!first) {
    const at = openParenthesis(text, fn.node) + 1;
    return [{ start: at, end: at, text: parameter }];
  }
  const isBareArrow =
    fn.node.type === 'ArrowFunctionExpression' && text[skipTrivia(text, params.at(-1)?.end ?? 0)] === '=';
  if (isBareArrow) {
    return [
      { start: first.start, end: first.start, text: '(' },
      { start: first.end, end: first.end, text: `, ${parameter})` },
    ];
  }
  const list = bracketsAround(text, params, '(');
  const isOpened = opens?.(first) && !isHeld(text, list.open);
  const opened = isOpened ? openParameters(text, list, nodes, parameter, style) : undefined;
  return opened ?? appendItems(text, list, [parameter], style, { keepLine });
}

/**
 * `Record<string, (id: string) => void>` that gets too long with a parameter more has its arguments on lines of their
 * own; undefined where that does not make room for it, or is not the case.
 */
export function openTypeArguments(
  text: string,
  signature: NodePath<SignatureNode>,
  parameter: string,
  style: FileStyle,
): Edit[] | undefined {
  const { parentPath: holder } = signature;
  if (!holder?.isTSTypeParameterInstantiation()) return undefined;
  const { start, end } = spanOf(holder.node);
  const own = spanOf(signature.node);
  const growth = `, ${parameter}`.length;
  const isLong = (line: string): boolean => widthOfLine(line, style.tabWidth) + growth > style.width;
  const inner = `${indentAt(text, start)}${style.indent}`;
  if (text.slice(start, end).includes('\n') || isHeld(text, start)) return undefined;
  if (!isLong(text.slice(lineStartAt(text, start), lineEndAt(text, end)))) return undefined;
  if (isLong(`${inner}${text.slice(own.start, own.end)}`)) return undefined;
  const params = holder.node.params.map(spanOf);
  const gaps = params.map((param, index) => ({
    start: params[index - 1]?.end ?? start + 1,
    end: param.start,
  }));
  return [
    ...gaps.map((gap, index) => ({ ...gap, text: `${index > 0 ? ',' : ''}${style.eol}${inner}` })),
    ...addParameter(text, signature, parameter, style, { keepLine: true }),
    { start: params.at(-1)?.end ?? end, end: end - 1, text: `${style.eol}${indentAt(text, start)}` },
  ];
}

/**
 * Where parameters on one line are broken up, a formatter takes the body of an arrow function up again that had gone to
 * a line of its own, behind the `) =>` that begins a line now.
 * @param within the edits in the body.
 */
export function bodyBehindParameters(
  text: string,
  fn: NodePath<t.Function>,
  parameters: readonly Edit[],
  within: readonly Edit[],
  style: FileStyle,
): Edit[] {
  const { node } = fn;
  const last = node.params.at(-1);
  if (node.type !== 'ArrowFunctionExpression' || node.body.type === 'BlockStatement' || !last) return [];
  const { open, close } = bracketsAround(text, node.params.map(spanOf), '(');
  const body = outerSpan(text, node.body);
  const arrow = text.slice(close, body.start).trimEnd();
  const gap = { start: close + arrow.length, end: body.start };
  const isBroken = breaksLine(parameters) && !text.slice(open, close).includes('\n');
  const isMoved = text.slice(gap.start, gap.end).includes('\n') && arrow.endsWith('=>');
  const isOneLine = !text.slice(body.start, body.end).includes('\n') && !breaksLine(within);
  if (!isBroken || !isMoved || !isOneLine) return [];
  const growth = within.reduce((sum, { start, end, text: added }) => sum + added.length - (end - start), 0);
  const line = `${indentAt(text, open)}${arrow} ${text.slice(body.start, lineEndAt(text, body.end))}`;
  return widthOfLine(line, style.tabWidth) + growth <= style.width ? [{ ...gap, text: ' ' }] : [];
}

function openParenthesis(text: string, fn: t.Function | SignatureNode): number {
  const id = 'id' in fn ? fn.id : undefined;
  const key = 'key' in fn ? fn.key : undefined;
  const after = fn.typeParameters ?? id ?? key;
  let at = after ? spanOf(after).end : (fn.start ?? 0);
  for (;;) {
    at = skipTrivia(text, at);
    if (text[at] === '(') return at;
    at += 1;
  }
}

/** Adds a key to a destructuring pattern, before its rest element if it has one. */
export function addToPattern(
  text: string,
  pattern: NodePath<t.ObjectPattern>,
  added: string,
  style: FileStyle,
  grown = 0,
): Edit[] {
  const { properties } = pattern.node;
  const rest = properties.at(-1);
  if (rest?.type === 'RestElement') {
    const { start } = spanOf(rest);
    return [{ start, end: start, text: `${added}, ` }];
  }
  const open = spanOf(pattern.node).start + 1;
  // Broken up inside another pattern, it would stand askew.
  const keepLine = pattern.parentPath.isObjectProperty();
  return appendItems(text, bracketsAround(text, properties.map(spanOf), '{', open), [added], style, {
    grown,
    keepLine,
  });
}

/**
 * Puts `statement` (without a semicolon) first in the body of `fn`, after its directives; a concise arrow gets a
 * block that returns what it returned.
 */
export function insertFirst(
  text: string,
  fn: NodePath<t.Function>,
  statement: string,
  style: FileStyle,
): Edit[] {
  const { body } = fn.node;
  if (body.type !== 'BlockStatement') return wrapConciseBody(text, fn, statement, style);
  const directive = body.directives.at(-1);
  const at = directive
    ? trailingCommentEnd(text, spanOf(directive).end)
    : trailingCommentEnd(text, spanOf(body).start + 1);
  const [first] = body.body;
  if (!text.slice(at, spanOf(body).end).includes('\n')) {
    return [{ start: at, end: at, text: ` ${statement};` }];
  }
  const indent =
    first && isFirstOnLine(text, spanOf(first).start)
      ? indentAt(text, spanOf(first).start)
      : `${indentAt(text, spanOf(fn.node).start)}${style.indent}`;
  const end = style.semicolons || needsSemicolon(text, at) ? ';' : '';
  const next = at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0);
  if (directive && /\n\s*\n/.test(text.slice(at, next))) {
    return [{ start: next, end: next, text: `${statement}${end}${style.eol}${indent}` }];
  }
  return [{ start: at, end: at, text: `${style.eol}${indent}${statement}${end}` }];
}

/** Puts `statement` on the line after `after`, in the same block. */
export function insertAfter(
  text: string,
  after: NodePath<t.Statement>,
  statement: string,
  style: FileStyle,
): Edit[] {
  const at = trailingCommentEnd(text, visibleEnd(text, after.node));
  const terminator = style.semicolons || needsSemicolon(text, at) ? ';' : '';
  return [
    {
      start: at,
      end: at,
      text: `${style.eol}${indentAt(text, spanOf(after.node).start)}${statement}${terminator}`,
    },
  ];
}

/** Whether a statement that ends at `at` would go on in the next one, or share its line. */
function needsSemicolon(text: string, at: number): boolean {
  const next = skipTrivia(text, at);
  return goesOn(text, at) || (text[next] !== '}' && !text.slice(at, next).includes('\n'));
}

/**
 * The indentation that the body of a concise arrow gains when it becomes a block: none when it has its own line, or
 * when moving its lines would change a template literal.
 */
export function shiftOfConciseBody(text: string, fn: NodePath<t.Function>, style: FileStyle): string {
  const { body } = fn.node;
  if (body.type === 'BlockStatement') return '';
  const { start } = conciseBody(text, fn);
  const ownLine = text.slice(arrowBefore(text, fn.node), start).includes('\n');
  return ownLine || !mayMove(text, body) ? '' : style.indent;
}

function conciseBody(text: string, fn: NodePath<t.Function>): Span {
  const { body } = fn.node;
  const parenStart = body.extra?.parenStart;
  const start = typeof parenStart === 'number' ? parenStart : spanOf(body).start;
  return { start: Math.max(start, arrowBefore(text, fn.node)), end: spanOf(fn.node).end };
}

function wrapConciseBody(
  text: string,
  fn: NodePath<t.Function>,
  statement: string,
  style: FileStyle,
): Edit[] {
  const arrowEnd = arrowBefore(text, fn.node);
  const { start, end } = conciseBody(text, fn);
  const outer = indentAt(text, spanOf(fn.node).start);
  const inner = `${style.eol}${outer}${style.indent}`;
  const semicolon = style.semicolons ? ';' : '';
  const hasComment = text.slice(arrowEnd, start).trim() !== '';
  const shift = shiftOfConciseBody(text, fn, style);
  const lines = [...text.slice(start, end).matchAll(/\n(?!\r?\n)/g)].map(({ index }) => start + index + 1);
  return [
    {
      start: hasComment ? start : arrowEnd,
      end: start,
      text: `${hasComment ? '' : ' '}{${inner}${statement}${semicolon}${inner}return `,
    },
    ...(shift === '' ? [] : lines.map((at) => ({ start: at, end: at, text: shift }))),
    { start: end, end: end + gapBehind(text, fn).length, text: `${semicolon}${style.eol}${outer}}` },
  ];
}

/** What separates a last argument from the bracket where its body hung on lines of its own, which a block does not. */
function gapBehind(text: string, { node, listKey }: NodePath<t.Function>): string {
  const { start, end } = spanOf(node);
  if (listKey !== 'arguments' || isFirstOnLine(text, start)) return '';
  return /^,?\s*\n\s*(?=\))/.exec(text.slice(end))?.[0] ?? '';
}

/** The offset just after the `=>` of an arrow function. */
function arrowBefore(text: string, fn: t.Function): number {
  const last = fn.returnType ?? fn.params.at(-1);
  let at = last ? spanOf(last).end : openParenthesis(text, fn);
  while (!text.startsWith('=>', at)) at = skipTrivia(text, at + (text.startsWith('=>', at) ? 0 : 1));
  return at + 2;
}
