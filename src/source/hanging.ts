import type { Edit } from './edit.js';
import type { Span } from './span.js';
import { type FileStyle, indentAt, lineEndAt, widthOfLine } from './style.js';

/** A piece of text in the middle of a line that can have a line of its own. */
export interface HangingText {
  /** The white space before it. */
  readonly gap: Span;
  /** Where it ends in brackets that go to a line of their own after it. */
  readonly closes: number | undefined;
}

/** Moves the text to a line of its own, one level further in. */
export function onOwnLine(text: string, { gap, closes }: HangingText, style: FileStyle): Edit[] {
  const outer = `${style.eol}${indentAt(text, gap.start)}`;
  const moved = { ...gap, text: `${outer}${style.indent}` };
  if (closes === undefined) return [moved];
  return [moved, { start: closes, end: closes, text: `${style.trailingCommaInCalls ? ',' : ''}${outer}` }];
}

/** How wide the line is that the text gets, with what follows it there. */
export function ownWidth(text: string, { gap, closes }: HangingText, style: FileStyle): number {
  const own = text.slice(gap.end, closes ?? lineEndAt(text, gap.end));
  const comma = closes !== undefined && style.trailingCommaInCalls ? 1 : 0;
  return widthOfLine(`${indentAt(text, gap.start)}${style.indent}${own}`) + comma;
}
