import type { NodePath } from '@babel/traverse';
import { argumentsOf, asCall, asMember, type CallPath } from '../../src/analysis/expressions.js';
import { breaksLine, type Edit } from '../../src/source/edit.js';
import { indentAt, lineEndAt, widthOfLine } from '../../src/source/lines.js';
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

/** The call of a member of what `call` gives. */
function chainedCall(call: CallPath): CallPath | undefined {
  const { parentPath } = call;
  const member = call.key === 'object' && parentPath ? asMember(parentPath) : undefined;
  const chained: NodePath | null | undefined =
    member && parentPath?.key === 'callee' ? parentPath.parentPath : undefined;
  const found = chained ? asCall(chained) : undefined;
  return found && argumentsOf(found).length === 1 ? found : undefined;
}
