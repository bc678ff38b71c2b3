import type * as t from '@babel/types';
import { spanOf } from '../../src/analysis/expressions.js';
import type { Edit } from '../../src/source/edit.js';
import { indentAt, lineEndAt, lineStartAt } from '../../src/source/lines.js';
import { type ListText, onOneLine } from '../../src/source/list.js';
import { fitsOwnLine, indentLines, mayMove } from '../../src/source/moved-lines.js';
import type { FileStyle } from '../../src/source/style.js';
import { bracketsAround } from './brackets.js';

/**
 * Adds a parameter behind the only one there is, `({⏎ a,⏎}: Options)`, as a formatter lays the two out: each on a line
 * of its own, and the pattern on one line where it fits now. Undefined where the one is not such a pattern or literal
 * type, or its lines may not be moved.
 */
export function openParameters(
  text: string,
  list: ListText,
  nodes: readonly t.Node[],
  parameter: string,
  style: FileStyle,
): Edit[] | undefined {
  const [only, other] = nodes;
  if (!only || other || !isHugging(only) || !mayMove(text, only)) return undefined;
  const { start, end } = spanOf(only);
  if (start !== list.open || end !== list.close || !text.slice(start, end).includes('\n')) return undefined;

  const outer = `${style.eol}${indentAt(text, start)}`;
  const inner = `${outer}${style.indent}`;
  const joined = joinedPattern(text, only);
  const lineWith = (line: string): string =>
    `${text.slice(lineStartAt(text, start), start)}${line}${text.slice(end, lineEndAt(text, end))}`;
  const isJoined = joined && fitsOwnLine(text, start, joined.line, lineWith(joined.line), style);
  const comma = style.trailingCommaInCalls ? ',' : '';
  return [
    { start, end: start, text: inner },
    ...(isJoined ? joined.edits : indentLines(text, { start, end }, style.indent)),
    { start: end, end, text: `,${inner}${parameter}${comma}${outer}` },
  ];
}

/** Whether the brackets of the parameters close around a lone one on its own last line, as Prettier decides it. */
function isHugging(only: t.Node): boolean {
  switch (only.type) {
    case 'ObjectPattern':
    case 'ArrayPattern':
      return true;
    case 'AssignmentPattern':
      return only.left.type === 'ObjectPattern' || only.left.type === 'ArrayPattern';
    case 'Identifier':
      return (
        only.typeAnnotation?.type === 'TSTypeAnnotation' &&
        only.typeAnnotation.typeAnnotation.type === 'TSTypeLiteral'
      );
    default:
      return false;
  }
}

/** What puts the pattern of a parameter on one line, unless more than the pattern spans lines. */
function joinedPattern(text: string, only: t.Node): { edits: Edit[]; line: string } | undefined {
  const pattern = only.type === 'AssignmentPattern' ? only.left : only;
  if (pattern.type !== 'ObjectPattern' && pattern.type !== 'ArrayPattern') return undefined;
  const parts: readonly (t.Node | null)[] =
    pattern.type === 'ObjectPattern' ? pattern.properties : pattern.elements;
  const items = parts.flatMap((one) => (one ? [spanOf(one)] : []));
  if (items.length < parts.length) return undefined;
  const { start, end } = spanOf(only);
  const list = bracketsAround(text, items, pattern.type === 'ObjectPattern' ? '{' : '[', start + 1);
  const tail = text.slice(list.close, end);
  const joined = tail.includes('\n') ? undefined : onOneLine(text, list);
  return joined && { edits: joined.edits, line: `${text.slice(start, list.open)}${joined.inside}${tail}` };
}
