import { type Node, traverseFast } from '@babel/types';
import type { Edit } from './edit.js';
import type { Span } from './span.js';

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
