import { type Node, traverseFast } from '@babel/types';
import type { Edit } from './edit.js';
import { indentAt, widthOfLine } from './lines.js';
import type { Span } from './span.js';
import type { FileStyle } from './style.js';

/** Whether the lines of a node may be moved: no text in it, the white space of which counts, goes on over a line break. */
export function mayMove(text: string, node: Node): boolean {
  let may = true;
  traverseFast(node, ({ type, start, end }) => {
    const isText = type === 'TemplateElement' || type === 'StringLiteral' || type === 'DirectiveLiteral';
    if (isText && text.slice(start ?? 0, end ?? 0).includes('\n')) may = false;
  });
  return may;
}

/** What moves all but the first line of `span` in by `indent`. */
export function indentLines(text: string, { start, end }: Span, indent: string): Edit[] {
  return [...text.slice(start, end).matchAll(/\n(?=[^\r\n])/g)].map(({ index }) => {
    const at = start + index + 1;
    return { start: at, end: at, text: indent };
  });
}

/**
 * Whether a text that a formatter broke up fits on one line of its own now, one level further in than the line of
 * `offset` and with a comma behind it; it did not fit where it stands.
 * @param there the line that it would be on where it stands.
 */
export function fitsOwnLine(
  text: string,
  offset: number,
  own: string,
  there: string,
  { indent, tabWidth, width }: FileStyle,
): boolean {
  const line = `${indentAt(text, offset)}${indent}${own},`;
  return widthOfLine(line, tabWidth) <= Math.min(width, widthOfLine(there, tabWidth) - 1);
}
