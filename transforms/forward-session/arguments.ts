import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import {
  argumentsOf,
  type CallPath,
  keyName,
  patternKey,
  spanOf,
  unwrap,
} from '../../src/analysis/expressions.js';
import type { ArgumentTarget, CallRewrite, DistinctIdPolicy, HeldIds } from '../../src/analysis/model.js';
import { isUndefined, ownDistinctId } from '../../src/analysis/session-arguments.js';
import {
  SESSION_KEYS,
  type SessionKey,
  type SessionMethod,
  slotOf,
} from '../../src/analysis/signal-methods.js';
import type { Edit } from '../../src/source/edit.js';
import { breakLevels, type HangingText, indentWithin, leaving } from '../../src/source/hanging.js';
import { isHeld } from '../../src/source/held-lines.js';
import { indentAt, isFirstOnLine, lineStartAt, widthOfLine } from '../../src/source/lines.js';
import { appendItems, type ListSurroundings } from '../../src/source/list.js';
import type { SourceFile } from '../../src/source/parse.js';
import type { Span } from '../../src/source/span.js';
import type { FileStyle } from '../../src/source/style.js';
import { argumentList, outerSpan } from './brackets.js';
import { hangingCall } from './hanging-call.js';

/** How a function can name each id; ids it cannot have are absent. */
export type IdExpressions = Readonly<Partial<Record<SessionKey, string>>>;

/** What every edit of a function's calls is made with. */
export interface CallWriting {
  readonly text: string;
  readonly ids: IdExpressions;
  readonly policy: DistinctIdPolicy;
  readonly language: SourceFile['language'];
  readonly style: FileStyle;
  /** Indentation that the lines of the calls gain because the code around them moves inwards. */
  readonly shift: string;
  /** Whether the calls stand in a concise body that becomes a block. */
  readonly isConcise: boolean;
  /** Whether the arguments of a call go to lines of their own, with what is added, as all edits are known. */
  opensUp(call: CallPath, added: readonly string[]): boolean;
}

/** The edits that give one Signal call the ids it lacks. */
export function completeCall({ call, method, targets }: CallRewrite, writing: CallWriting): Edit[] {
  return targets.flatMap((target) => completeTarget(call, method, target, writing));
}

function completeTarget(
  call: CallRewrite['call'],
  method: SessionMethod,
  target: ArgumentTarget,
  writing: CallWriting,
): Edit[] {
  const missing = target.missing.filter((key) => writing.ids[key] !== undefined);
  switch (target.kind) {
    case 'literal':
      return completeLiteral(call, { ...target, missing }, writing);
    case 'value':
      return completeValue(call, { ...target, missing }, writing);
    case 'positions':
      return completePositions(call, slotOf(method), missing, writing);
  }
}

function completeLiteral(
  call: CallRewrite['call'],
  { object, missing, held }: Extract<ArgumentTarget, { kind: 'literal' }>,
  writing: CallWriting,
): Edit[] {
  const { text, ids, style, shift, isConcise } = writing;
  const added: string[] = [];
  const wrapped: Edit[] = [];
  const own = missing.includes('distinctId') ? ownDistinctId(object) : undefined;
  const property = distinctIdProperty(object);
  if (own && property) wrapped.push(...wrapDistinctId(property, writing));
  else if (own) added.push(`distinctId: ${eitherId(`${sliceOf(text, own)}.distinctId`, writing)}`);
  const emptied = emptiedProperties(object, missing);
  const filled = emptied.flatMap(({ key, span }) =>
    sessionProperties(text, [key], ids, held).map((one): Edit => ({ ...span, text: one })),
  );
  const lacking = missing.filter((key) => !emptied.some((one) => one.key === key));
  added.push(...sessionProperties(text, lacking, ids, held));
  const { start, end } = spanOf(object.node);
  const list = { open: start + 1, close: end - 1, items: object.node.properties.map(spanOf), padded: true };
  const changed = [...wrapped, ...filled];
  const grown = changed.reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0);
  // A concise body goes to a line of its own when it becomes a block.
  const hanging = isConcise ? undefined : hangingCall(text, call);
  const keepLine = !mayBreakUp(text, object, start, hanging);
  // The list's edits come first: at a shared offset its line break belongs before the wrapped value.
  return [...appendItems(text, list, added, style, { grown, shift, keepLine, hanging }), ...changed];
}

/** The ids that an object gives as `undefined`, which take their values there. */
function emptiedProperties(
  object: NodePath<t.ObjectExpression>,
  missing: readonly SessionKey[],
): { readonly key: SessionKey; readonly span: Span }[] {
  return object.get('properties').flatMap((property) => {
    const key = property.isObjectProperty() && missing.find((one) => one === keyName(property.node));
    return key && isUndefined(property.get('value') as NodePath)
      ? [{ key, span: spanOf(property.node) }]
      : [];
  });
}

/** Adds a property to the options that a call is given: to its literal, or to a new one that spreads what is given. */
export function addOption(
  text: string,
  argument: NodePath,
  property: string,
  style: FileStyle,
  { keepLine, hanging, shift = '' }: Pick<ListSurroundings, 'keepLine' | 'hanging' | 'shift'>,
): Edit[] {
  const object = unwrap(argument);
  if (object.isObjectExpression()) {
    const { start, end } = spanOf(object.node);
    const items = object.node.properties.map(spanOf);
    return appendItems(text, { open: start + 1, close: end - 1, items, padded: true }, [property], style, {
      keepLine: keepLine === true || !mayBreakUp(text, object, start, hanging),
      hanging,
      shift,
    });
  }
  const span = outerSpan(text, argument.node);
  const bare = argument.isIdentifier() || argument.isCallExpression() || argument.isMemberExpression();
  const [open, close] = bare || span.start !== argument.node.start ? ['', ''] : ['(', ')'];
  return [
    { start: span.start, end: span.start, text: `{ ...${open}` },
    { start: span.end, end: span.end, text: `${close}, ${property} }` },
  ];
}

/** Breaking up one branch, or a statement among others, in the middle of a line reads worse than a long line. */
function mayBreakUp(text: string, argument: NodePath, start: number, hanging?: HangingText): boolean {
  if (hanging !== undefined && argument.listKey === 'arguments') return true;
  const before = text.slice(lineStartAt(text, start), start);
  if (/[;{]/.test(before)) return false;
  return argument.listKey === 'arguments' || /^\s*[?:] $/.test(before);
}

/** `payload` becomes `{ ...payload, sessionId, windowId }`. */
function completeValue(
  call: CallRewrite['call'],
  { argument, missing, held }: Extract<ArgumentTarget, { kind: 'value' }>,
  writing: CallWriting,
): Edit[] {
  const { text, ids, style, shift, isConcise } = writing;
  const span = outerSpan(text, argument.node);
  const added: string[] = [];
  const own = missing.includes('distinctId') ? ownDistinctId(argument) : undefined;
  // A literal that has to stay whole, as its type takes no other keys, still takes another value.
  const literal = unwrap(argument);
  const property = literal.isObjectExpression() ? distinctIdProperty(literal) : undefined;
  const wrapped = own && property ? wrapDistinctId(property, writing) : [];
  if (own && !property) added.push(`distinctId: ${eitherId(`${sliceOf(text, own)}.distinctId`, writing)}`);
  added.push(...sessionProperties(text, missing, ids, held));
  const bare = argument.isIdentifier() || argument.isCallExpression() || argument.isMemberExpression();
  const [open, close] = bare || span.start !== argument.node.start ? ['', ''] : ['(', ')'];
  const lineStart = lineStartAt(text, span.start);
  const line = `${text.slice(lineStart, span.end)}{ ..., ${added.join(', ')} });`;
  const isLong = widthOfLine(line, style.tabWidth) > style.width && !isHeld(text, span.start);
  const hanging = isLong && !isConcise ? hangingCall(text, call) : undefined;
  const growth = `{ ...${open}${close}, ${added.join(', ')} }`.length;
  const { depth, fits } = hanging ? leaving(text, hanging, growth, style) : { depth: 0, fits: false };
  const isBroken = isLong && !fits && mayBreakUp(text, argument, span.start, hanging);
  const outer = `${indentAt(text, span.start)}${shift}${indentWithin(hanging?.levels ?? [], depth, style)}`;
  const gap = isBroken ? `${style.eol}${outer}${style.indent}` : ' ';
  const end = isBroken ? `${style.trailingComma ? ',' : ''}${style.eol}${outer}` : ' ';
  return [
    ...(hanging ? breakLevels(text, hanging, depth, style) : []),
    { start: span.start, end: span.start, text: `{${gap}...${open}` },
    ...wrapped,
    {
      start: span.end,
      end: span.end,
      text: `${close}${added.map((one) => `,${gap}${one}`).join('')}${end}}`,
    },
  ];
}

function completePositions(
  call: CallRewrite['call'],
  slot: ReturnType<typeof slotOf>,
  missing: readonly SessionKey[],
  { text, ids, style, shift, opensUp }: CallWriting,
): Edit[] {
  if (slot.kind !== 'positions') return [];
  const args = argumentsOf(call);
  const edits: Edit[] = [];
  const added: string[] = [];
  for (let at = args.length; at < Math.min(slot.sessionId, slot.windowId); at += 1) added.push('undefined');
  for (const key of SESSION_KEYS) {
    const given = args[slot[key]];
    const expression = missing.includes(key) ? (ids[key] ?? 'undefined') : undefined;
    if (!given) added.push(expression ?? 'undefined');
    else if (expression !== undefined && isUndefined(given))
      edits.push({ ...spanOf(given.node), text: expression });
  }
  if (added.length === 0) return edits;
  if (opensUp(call, added)) return edits;
  return [...appendItems(text, argumentList(text, call), added, style, { shift }), ...edits];
}

function sessionProperties(
  text: string,
  missing: readonly SessionKey[],
  ids: IdExpressions,
  held: HeldIds | undefined,
): string[] {
  return SESSION_KEYS.flatMap((key) => {
    const expression = ids[key];
    if (!missing.includes(key) || expression === undefined) return [];
    // What a caller has given stays.
    if (held?.keys.includes(key))
      return [`${key}: ${sliceOf(text, unwrap(held.value))}${accessTo(held)}${key} ?? ${expression}`];
    return [expression === key ? key : `${key}: ${expression}`];
  });
}

/** A part of something that is spread may be missing, which a spread takes and a plain access does not. */
function accessTo({ value }: HeldIds): '.' | '?.' {
  const inner = unwrap(value);
  const binding = inner.isIdentifier() ? inner.scope.getBinding(inner.node.name) : undefined;
  const pattern = binding?.path.isVariableDeclarator() ? binding.path.node.id : undefined;
  const isPart =
    inner.isMemberExpression() ||
    (pattern?.type === 'ObjectPattern' &&
      patternKey(pattern, binding?.identifier as t.Identifier) !== undefined);
  return isPart && value.parentPath?.isSpreadElement() ? '?.' : '.';
}

function distinctIdProperty(object: NodePath<t.ObjectExpression>): t.ObjectProperty | undefined {
  return object.node.properties.find(
    (one): one is t.ObjectProperty => one.type === 'ObjectProperty' && keyName(one) === 'distinctId',
  );
}

function wrapDistinctId(property: t.ObjectProperty, writing: CallWriting): Edit[] {
  const { text, policy } = writing;
  if (property.shorthand) {
    const { start, end } = spanOf(property);
    return [{ start, end, text: `distinctId: ${eitherId(text.slice(start, end), writing)}` }];
  }
  const { start, end } = outerSpan(text, property.value);
  const bare = start === property.value.start && needsParentheses(property.value);
  const [open, close] = bare ? ['(', ')'] : ['', ''];
  const id = headerId(writing);
  const gaps = gapsOfLongLine(property, ` || ${id}`.length + open.length + close.length, writing);
  if (gaps) {
    const [first, ...others] = gaps.spans;
    const operators = others.map((gap) => ({ ...gap, text: gaps.line }));
    if (policy === 'app-first')
      return [
        { ...first, text: `${gaps.line}${open}` },
        ...operators,
        { start: end, end, text: `${close} ||${gaps.isApart ? gaps.line : ' '}${id}` },
      ];
    return [
      { ...first, text: `${gaps.line}${id} ||${gaps.isApart ? gaps.line : ' '}${open}` },
      ...operators,
      ...(bare ? [{ start: end, end, text: close }] : []),
    ];
  }
  if (policy === 'app-first') {
    return [
      ...(bare ? [{ start, end: start, text: open }] : []),
      { start: end, end, text: `${close} || ${id}` },
    ];
  }
  return [
    { start, end: start, text: `${id} || ${open}` },
    ...(bare ? [{ start: end, end, text: close }] : []),
  ];
}

/** What a formatter breaks up in a property that gets too long on a line of its own. */
interface LongLine {
  /** The white space before the value, and where the operands go to lines of their own, that behind each `||`. */
  readonly spans: readonly [Span, ...Span[]];
  readonly line: string;
  /** Whether the operands go to lines of their own: the value does not fit on one line of its own either. */
  readonly isApart: boolean;
}

function gapsOfLongLine(
  { key, value, start }: t.ObjectProperty,
  growth: number,
  { text, style, shift }: CallWriting,
): LongLine | undefined {
  const { end } = outerSpan(text, value);
  const from = start ?? 0;
  const before = text.indexOf(':', key.end ?? 0) + 1;
  const first = { start: before, end: outerSpan(text, value).start };
  const isPlain =
    isFirstOnLine(text, from) &&
    !text.slice(from, end).includes('\n') &&
    /^ ?$/.test(text.slice(first.start, first.end));
  const line = `${text.slice(lineStartAt(text, from), end)},`;
  if (!isPlain || isHeld(text, from) || widthOfLine(line, style.tabWidth) + growth <= style.width)
    return undefined;
  const inner = `${style.eol}${indentAt(text, from)}${shift}${style.indent}`;
  const ownLine = `${inner.slice(style.eol.length)}${text.slice(first.end, end)},`;
  const isApart = widthOfLine(ownLine, style.tabWidth) + growth > style.width;
  return { spans: [first, ...(isApart ? gapsBehindOr(text, value) : [])], line: inner, isApart };
}

/** The white space behind each `||` of a chain. */
function gapsBehindOr(text: string, node: t.Node): Span[] {
  if (node.type !== 'LogicalExpression' || node.operator !== '||' || node.extra?.parenthesized === true)
    return [];
  const { start } = outerSpan(text, node.right);
  const length = /\s*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  return [...gapsBehindOr(text, node.left), { start: start - length, end: start }];
}

function eitherId(own: string, writing: CallWriting): string {
  const header = headerId(writing);
  return writing.policy === 'app-first' ? `${own} || ${header}` : `${header} || ${own}`;
}

/**
 * The header's id. Behind the application's own it is asserted: `string || undefined` is no `string`, though whoever
 * gave only their own id had none to fall back to either.
 */
function headerId({ ids, policy, language }: CallWriting): string {
  const id = ids.distinctId ?? '';
  if (policy !== 'app-first' || language === 'js') return id;
  return id.includes('?.') ? `(${id} as string)` : `${id}!`;
}

/** Whether an expression binds more loosely than `||`, may not stand beside it, or should not by convention. */
function needsParentheses(node: t.Node): boolean {
  switch (node.type) {
    case 'ConditionalExpression':
    case 'ArrowFunctionExpression':
    case 'AssignmentExpression':
    case 'YieldExpression':
    case 'SequenceExpression':
    // Prettier sets these apart.
    case 'AwaitExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return true;
    case 'LogicalExpression':
      return node.operator === '??';
    default:
      return false;
  }
}

function sliceOf(text: string, path: NodePath): string {
  const { start, end } = spanOf(path.node);
  return text.slice(start, end);
}
