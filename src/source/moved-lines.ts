import { type Node, traverseFast } from '@babel/types';
import type { Edit } from './edit.js';
import { indentAt, widthOfLine } from './lines.js';
import type { SourceFile } from './parse.js';
import type { Span } from './span.js';
import type { FileStyle } from './style.js';

/** Whether the lines of a node may be moved: no text in it, the white space of which counts, goes on over a line break. */
export function mayMove(text: string, node: Node): boolean {
  let may = true;
  traverseFast(node, (one) => {
    if (isText(one) && textIn(text, one).includes('\n')) may = false;
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
 * Moves all lines of a node but the first in, with what `edits` write in it. Text, the white space of which counts, and
 * comments that are no column of asterisks stay where they are.
 */
export function moveIn(file: SourceFile, node: Node, edits: readonly Edit[], indent: string): Edit[] {
  const { text } = file;
  const whole = { start: node.start ?? 0, end: node.end ?? 0 };
  const kept = keptTexts(file, node);
  const isKept = (at: number): boolean => kept.some(({ start, end }) => start < at && at <= end);
  const isWritten = (at: number): boolean => edits.some(({ start, end }) => start < at && at <= end);
  return [
    ...indentLines(text, whole, indent).filter(({ start: at }) => !isKept(at) && !isWritten(at)),
    ...edits.map((edit) =>
      whole.start <= edit.start && edit.end <= whole.end && !isKept(edit.start)
        ? { ...edit, text: edit.text.replace(/\n(?=[^\r\n])/g, `\n${indent}`) }
        : edit,
    ),
  ];
}

function keptTexts({ text, ast }: SourceFile, node: Node): Span[] {
  const kept = (ast.comments ?? [])
    .filter(({ type, value }) => type === 'CommentBlock' && /\n(?![\t ]*\*)/.test(`${value}*`))
    .map(spanIn);
  traverseFast(node, (one) => {
    if (isText(one)) kept.push(spanIn(one));
    // What is put into a template on lines of its own stands as the text before it does.
    if (one.type === 'TemplateLiteral')
      kept.push(
        ...one.expressions
          .map(spanIn)
          .filter((_, index) => one.quasis[index] && textIn(text, one.quasis[index]).includes('\n')),
      );
  });
  return kept.filter((span) => text.slice(span.start, span.end).includes('\n'));
}

function isText({ type }: Node): boolean {
  return type === 'TemplateElement' || type === 'StringLiteral' || type === 'DirectiveLiteral';
}

function textIn(text: string, { start, end }: Node): string {
  return text.slice(start ?? 0, end ?? 0);
}

function spanIn({ start, end }: { readonly start?: number | null; readonly end?: number | null }): Span {
  return { start: start ?? 0, end: end ?? 0 };
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
