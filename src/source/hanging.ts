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
  /**
   * What goes to lines of their own, if not something that is indented: the branches of a condition, which hold what is
   * in them one level further in, or the operands of what has a line of its own already.
   */
  readonly of?: 'branches' | 'operands';
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

/** Whether the line that the text begins on is short enough up to `end`, when so many levels are broken up. */
export function fitsUpTo(
  text: string,
  { levels, grown }: HangingText,
  { depth, start, end }: { readonly depth: number; readonly start: number; readonly end: number },
  growth: number,
  style: FileStyle,
): boolean {
  const own = levels[depth - 1]?.own.start;
  const line =
    own === undefined
      ? text.slice(lineStartAt(text, start), end)
      : `${indentAt(text, start)}${indentOf(levels, depth - 1, style)}${text.slice(own, end)}`;
  return widthOfLine(line, style.tabWidth) + growth + (own === undefined ? grown : 0) <= style.width;
}

/** The line that the text is on when so many levels are broken up. */
function ownLine(text: string, levels: readonly HangingLevel[], depth: number, style: FileStyle): string {
  const broken = levels.slice(0, depth);
  const start = broken.at(-1)?.own.start ?? 0;
  const ending = broken.findLast(({ own }) => own.end !== undefined);
  const end = ending?.own.end ?? lineEndAt(text, start);
  const comma = ending?.closes?.start === end ? commaBefore(ending.closes, style) : '';
  return `${indentAt(text, start)}${indentOf(levels, depth - 1, style)}${text.slice(start, end)}${comma}`;
}

function commaBefore(closes: ClosingBracket, style: FileStyle): string {
  return (closes.of === 'call' ? style.trailingCommaInCalls : style.trailingComma) ? ',' : '';
}

/** What is indented further, within so many levels that are broken up, than the line that they were on. */
export function indentWithin(levels: readonly HangingLevel[], depth: number, style: FileStyle): string {
  return levels
    .slice(0, depth)
    .map(({ of }) => {
      if (of === 'operands') return '';
      return of === 'branches' ? `${style.indent}${indentOfBranches(style)}` : style.indent;
    })
    .join('');
}

/** What is indented further in a branch than the `?` or `:` before it. */
export function indentOfBranches({ indent }: FileStyle): string {
  return indent === '\t' ? indent : '  ';
}

/** What a line of a level is indented further, when all levels around it are broken up. */
function indentOf(levels: readonly HangingLevel[], level: number, style: FileStyle): string {
  return `${indentWithin(levels, level, style)}${levels[level]?.of === 'operands' ? '' : style.indent}`;
}

/** Breaks so many levels up, each one level further in. */
export function breakLevels(text: string, { levels }: HangingText, depth: number, style: FileStyle): Edit[] {
  return levels.slice(0, depth).flatMap(({ gaps, closes }, level): Edit[] => {
    const around = `${style.eol}${indentAt(text, gaps[0].start)}`;
    const outer = `${around}${indentWithin(levels, level, style)}`;
    const line = `${around}${indentOf(levels, level, style)}`;
    const moved = gaps.map(({ start, end }) => ({ start, end, text: line }));
    if (closes === undefined) return moved;
    const { start, end } = closes;
    return [...moved, { start, end, text: `${commaBefore(closes, style)}${outer}` }];
  });
}
