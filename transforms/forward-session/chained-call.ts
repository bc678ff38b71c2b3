import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { argumentsOf, asCall, asMember, type CallPath, spanOf } from '../../src/analysis/expressions.js';
import { breaksLine, type Edit } from '../../src/source/edit.js';
import { fitsUpTo, type HangingText, indentWithin } from '../../src/source/hanging.js';
import { indentAt, lineEndAt, widthOfLine } from '../../src/source/lines.js';
import { breakUpList } from '../../src/source/list.js';
import type { FileStyle } from '../../src/source/style.js';
import { argumentList } from './brackets.js';

/**
 * `track(user).catch(⏎ () => {},⏎)`: where the arguments of the first call are broken up, a formatter takes the only
 * one of the second back to its line, which begins with `)` now.
 * @param edits those of the first call.
 */
export function chainedBehind(
  text: string,
  call: CallPath,
  edits: readonly Edit[],
  style: FileStyle,
): Edit[] {
  const chained = chainedCall(call);
  if (!chained || !breaksLine(edits)) return [];
  const { open, close } = argumentList(text, call);
  const list = argumentList(text, chained);
  const [only, another] = list.items;
  if (!only || another || text.slice(open, close).includes('\n')) return [];
  const item = text.slice(only.start, only.end);
  const [before, behind] = [text.slice(list.open, only.start), text.slice(only.end, list.close)];
  if (item.includes('\n') || !/^\s*\n\s*$/.test(before) || !/^,?\s*$/.test(behind)) return [];
  const line = `${indentAt(text, open)}${text.slice(close, list.open)}${item}${text.slice(list.close, lineEndAt(text, list.close))}`;
  if (widthOfLine(line, style.tabWidth) > style.width) return [];
  return [
    { start: list.open, end: only.start, text: '' },
    { start: only.end, end: list.close, text: '' },
  ];
}

/** The call at the end of `track(user).catch(report)` on one line, or the call itself where there is none. */
export function endOfChain(text: string, call: CallPath): CallPath {
  const chained = chainedCall(call);
  if (!chained) return call;
  const { start, end } = spanOf(chained.node);
  return text.slice(start, end).includes('\n') ? call : chained;
}

/**
 * What is broken up instead of the arguments of a call that gets too long: those of the call behind it, as long as
 * `track(user, session).catch(` fits. Undefined where it does not, or there is none.
 */
export function breakUpBehind(
  text: string,
  call: CallPath,
  {
    hanging,
    depth,
    growth,
  }: { readonly hanging: HangingText; readonly depth: number; readonly growth: number },
  style: FileStyle,
): Edit[] | undefined {
  const chained = endOfChain(text, call);
  if (chained === call || hasCallBefore(call)) return undefined;
  const { start } = spanOf(chained.node);
  const list = argumentList(text, chained);
  const fits = (upTo: number): boolean => fitsUpTo(text, hanging, { depth, start, end: upTo }, growth, style);
  const args = argumentsOf(chained);
  if (!fits(list.open) || args.length === 0 || args.some(isLaidOutItself)) return undefined;
  const shift = indentWithin(hanging.levels, depth, style);
  const last = args.at(-1);
  const body = last?.isArrowFunctionExpression() ? last.get('body') : undefined;
  const arrow = body?.isCallExpression() ? text.lastIndexOf('=>', spanOf(body.node).start) + 2 : undefined;
  if (!body || arrow === undefined || !fits(arrow)) return breakUpList(text, list, style, shift);
  const outer = `${style.eol}${indentAt(text, start)}${shift}`;
  return [
    { start: arrow, end: spanOf(body.node).start, text: `${outer}${style.indent}` },
    {
      start: spanOf(body.node).end,
      end: list.close,
      text: `${style.trailingCommaInCalls ? ',' : ''}${outer}`,
    },
  ];
}

/** Whether a formatter lays an argument out in a way of its own before it breaks up all of them. */
function isLaidOutItself(argument: NodePath): boolean {
  if (argument.isArrowFunctionExpression()) {
    const { body, extra } = argument.node;
    return (
      extra?.parenthesized === true ||
      body.extra?.parenthesized === true ||
      (body.type === 'BlockStatement' && body.body.length > 0) ||
      ['ObjectExpression', 'ArrayExpression', 'ConditionalExpression', 'ArrowFunctionExpression'].includes(
        body.type,
      )
    );
  }
  return argument.isFunction() || argument.isObjectExpression() || argument.isArrayExpression();
}

/** Calls that follow each other in a longer chain are broken up at their dots. */
function hasCallBefore(call: CallPath): boolean {
  let { callee } = call.node as { callee: t.Node };
  while (callee.type === 'MemberExpression' || callee.type === 'OptionalMemberExpression')
    callee = callee.object;
  return callee.type === 'CallExpression' || callee.type === 'OptionalCallExpression';
}

/** The call of a member of what `call` gives, if nothing follows that in turn. */
function chainedCall(call: CallPath): CallPath | undefined {
  const { parentPath } = call;
  const member = call.key === 'object' && parentPath ? asMember(parentPath) : undefined;
  const chained: NodePath | null | undefined =
    member && parentPath?.key === 'callee' ? parentPath.parentPath : undefined;
  const found = chained ? asCall(chained) : undefined;
  return found && found.key !== 'object' ? found : undefined;
}
