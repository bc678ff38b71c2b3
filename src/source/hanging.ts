import type { Edit } from './edit.js';
import { indentAt, lineEndAt, lineStartAt, widthOfLine } from './lines.js';
import type { Span } from './span.js';
import type { FileStyle } from './style.js';

/** A piece of text in the middle of a line that a formatter moves to a line of its own once that is too long. */
export interface HangingText {
  /** What is broken up around the text, from the outside, until it fits. */
  readonly levels: readonly HangingLevel[];
  /** How many characters other edits add before the outermost level, on the line that is left. */
  readonly grown: number;
  /** How many they add to the other branch, as long as both are on one line. */
  readonly beside?: number;
}

export interface HangingLevel {
  /** The white space, if any, before what goes to lines of their own. */
  readonly gaps: readonly [Span, ...Span[]];
  /** What of that the text stands in; to the end of the line, or of the level around it, where it has no end. */
  readonly own: { readonly start: number; readonly end: number | undefined };
  /** The white space, if any, before the bracket that goes to a line of its own after them. */
  readonly closes: ClosingBracket | undefined;
  /** Whether what goes to lines of their own is the branches of a condition, which hold what is in them one level further in. */
  readonly of?: 'branches';
}

export interface ClosingBracket extends Span {
  readonly of: 'call' | 'literal';
}

/** How many levels are broken up, and whether the text fits then. */
export interface Leaving {
  readonly depth: number;
  readonly fits: boolean;
}

/** What becomes of a text that grows; of one on several lines nothing is to be asked. */
export function leaving(
  text: string,
  { levels, grown, beside = 0 }: HangingText,
  growth: number,
  style: FileStyle,
): Leaving {
  const [outermost] = levels;
  if (!outermost) return { depth: 0, fits: false };
  const { start } = outermost.gaps[0];
  const lineStart = lineStartAt(text, start);
  const fits = (line: string, more: number): boolean =>
    widthOfLine(line, style.tabWidth) + more <= style.width;
  const line = text.slice(lineStart, lineEndAt(text, start));
  if (fits(line, grown + growth + beside)) return { depth: 0, fits: true };
  if (!fits(text.slice(lineStart, start), grown)) return { depth: 0, fits: false };
  const apart = levels.findIndex(({ of }) => of === 'branches');
  for (let depth = 1; depth <= levels.length; depth += 1) {
    const more = depth <= apart ? growth + beside : growth;
    if (fits(ownLine(text, levels, depth, style), more)) return { depth, fits: true };
  }
  return { depth: levels.length, fits: false };
}

/** The line that the text is on when so many levels are broken up. */
function ownLine(text: string, levels: readonly HangingLevel[], depth: number, style: FileStyle): string {
  const broken = levels.slice(0, depth);
  const start = broken.at(-1)?.own.start ?? 0;
  const ending = broken.findLast(({ own }) => own.end !== undefined);
  const end = ending?.own.end ?? lineEndAt(text, start);
  const comma = ending?.closes?.start === end ? commaBefore(ending.closes, style) : '';
  const indent = `${indentAt(text, start)}${indentWithin(levels, depth - 1, style)}${style.indent}`;
  return `${indent}${text.slice(start, end)}${comma}`;
}

function commaBefore(closes: ClosingBracket, style: FileStyle): string {
  return (closes.of === 'call' ? style.trailingCommaInCalls : style.trailingComma) ? ',' : '';
}

/** What is indented further, within so many levels that are broken up, than the line that they were on. */
export function indentWithin(levels: readonly HangingLevel[], depth: number, { indent }: FileStyle): string {
  return levels
    .slice(0, depth)
    .map(({ of }) => indent.repeat(of === 'branches' ? 2 : 1))
    .join('');
}

/** Breaks so many levels up, each one level further in. */
export function breakLevels(text: string, { levels }: HangingText, depth: number, style: FileStyle): Edit[] {
  return levels.slice(0, depth).flatMap(({ gaps, closes }, level): Edit[] => {
    const outer = `${style.eol}${indentAt(text, gaps[0].start)}${indentWithin(levels, level, style)}`;
    const moved = gaps.map(({ start, end }) => ({ start, end, text: `${outer}${style.indent}` }));
    if (closes === undefined) return moved;
    const { start, end } = closes;
    return [...moved, { start, end, text: `${commaBefore(closes, style)}${outer}` }];
  });
}
