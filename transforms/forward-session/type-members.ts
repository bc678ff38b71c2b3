import type * as t from '@babel/types';
import { spanOf } from '../../src/analysis/expressions.js';
import type { Edit } from '../../src/source/edit.js';
import { isHeld } from '../../src/source/held-lines.js';
import { indentAt, lineEndAt, widthOfLine } from '../../src/source/lines.js';
import type { FileStyle } from '../../src/source/style.js';
import { trailingCommentEnd } from '../../src/source/trivia.js';

/**
 * Adds members (without their separators) to an object type, in the layout that it has. A type on one line is broken
 * up where it would pass the print width; `grown` is what other edits add to that line.
 */
export function addTypeMembers(
  text: string,
  type: t.TSTypeLiteral | t.TSInterfaceBody,
  added: readonly string[],
  style: FileStyle,
  grown = 0,
): Edit[] {
  const members = type.type === 'TSTypeLiteral' ? type.members : type.body;
  const { start, end } = spanOf(type);
  const spans = members.map((one) => {
    const span = spanOf(one);
    return { ...span, separator: /[;,]$/.exec(text.slice(span.start, span.end))?.[0] ?? '' };
  });
  const last = spans.at(-1);
  if (!last) return [{ start: start + 1, end: end - 1, text: ` ${added.join('; ')} ` }];
  const indent = indentAt(text, last.start);
  if (text.slice(last.end, end).includes('\n')) {
    const at = trailingCommentEnd(text, last.end);
    const lines = added.map((member) => `${style.eol}${indent}${member}${last.separator}`);
    return [{ start: at, end: at, text: lines.join('') }];
  }
  const between = spans.length > 1 ? (spans[0]?.separator ?? ';') : ';';
  const inline = added
    .map((member) => (last.separator === '' ? `${between} ${member}` : ` ${member}${last.separator}`))
    .join('');
  const lineStart = text.lastIndexOf('\n', start) + 1;
  const line = text.slice(lineStart, lineEndAt(text, end));
  const isWhole = !text.slice(start, end).includes('\n');
  const fits = widthOfLine(line, style.tabWidth) + inline.length + grown <= style.width;
  if (!isWhole || fits || isHeld(text, start)) return [{ start: last.end, end: last.end, text: inline }];
  // A line break separates as well, but for what the next member could be taken for a part of.
  const needsNone = !style.semicolons && !spans.some((span) => /[[(<]/.test(text.charAt(span.start)));
  const separator = between !== ',' && needsNone ? '' : between || ';';
  const outer = indentAt(text, start);
  const inner = `${style.eol}${outer}${style.indent}`;
  const edits: Edit[] = [];
  let from = start + 1;
  for (const span of spans) {
    edits.push({ start: from, end: span.start, text: inner });
    const start = span.end - span.separator.length;
    if ((span.separator === '') !== (separator === '')) edits.push({ start, end: span.end, text: separator });
    from = span.end;
  }
  const lines = added.map((member) => `${inner}${member}${separator}`).join('');
  edits.push({ start: from, end: end - 1, text: `${lines}${style.eol}${outer}` });
  return edits;
}
