import type { Edit } from './edit.js';
import { breakLevels, type HangingText, indentOfBranches, indentWithin, leaving } from './hanging.js';
import { isHeld } from './held-lines.js';
import { indentAt, lineEndAt, lineStartAt, widthOfLine } from './lines.js';
import type { Span } from './span.js';
import type { FileStyle } from './style.js';
import { skipTrivia } from './trivia.js';

/** A bracketed, comma-separated list in the text: an object literal, arguments, parameters, import specifiers. */
export interface ListText {
  /** Offset just after the opening bracket. */
  readonly open: number;
  /** Offset of the closing bracket. */
  readonly close: number;
  readonly items: readonly Span[];
  /** Whether a space stands inside the brackets on one line: `{ a }` but `(a)`. */
  readonly padded: boolean;
}

/** What else happens around the list. */
export interface ListSurroundings {
  /** How many characters other edits add to the list's line. */
  readonly grown?: number;
  /** Indentation that other edits add to the list's lines. */
  readonly shift?: string;
  /** Never break the list up, however long its line. */
  readonly keepLine?: boolean;
  /** What is broken up around the list before it is; not where the lines gain indentation. */
  readonly hanging?: HangingText | undefined;
}

/**
 * Adds `added` at the end of a list in the layout it has: on the line of its last item, or one item a line where the
 * closing bracket has a line of its own. A one-line list that would pass the print width is broken up, be it only by
 * what other edits add.
 */
export function appendItems(
  text: string,
  list: ListText,
  added: readonly string[],
  style: FileStyle,
  { grown = 0, shift = '', keepLine = false, hanging }: ListSurroundings = {},
): Edit[] {
  const last = list.items.at(-1);
  if (!last) return [intoEmpty(text, list, added, style, shift)];
  if (text.slice(last.end, list.close).includes('\n')) {
    return added.length === 0 ? [] : appendLines(text, list, last, added, style, shift);
  }
  const { comma } = tailOf(text, last.end, list.close);
  const at = last.end + text.slice(last.end, list.close).trimEnd().length;
  const items = added.join(', ');
  const joined = comma === undefined ? `, ${items}` : ` ${items},`;
  const inline = added.length === 0 ? '' : joined;
  const inLine: Edit[] = inline === '' ? [] : [{ start: at, end: at, text: inline }];
  const growth = inline.length + grown;
  const others = (hanging?.grown ?? 0) + (hanging?.beside ?? 0);
  if (keepLine || fitsOneLine(text, list, growth + others, style)) return inLine;
  if (!hanging) return breakUp(text, list, added, style, shift);
  const { depth, fits } = leaving(text, hanging, growth, style);
  return [
    ...breakLevels(text, hanging, depth, style),
    ...(fits
      ? inLine
      : breakUp(text, list, added, style, `${shift}${indentWithin(hanging.levels, depth, style)}`)),
  ];
}

/** Puts each item of a list, and what is added to it, on a line of its own; other lines of an item stay as they are. */
export function breakUpList(
  text: string,
  list: ListText,
  style: FileStyle,
  shift: string,
  added: readonly string[] = [],
): Edit[] {
  return breakUp(text, list, added, style, shift);
}

function intoEmpty(
  text: string,
  { open, close, padded }: ListText,
  added: readonly string[],
  style: FileStyle,
  shift: string,
): Edit {
  const inside = text.slice(open, close);
  if (inside.trim() === '') {
    const space = padded ? ' ' : '';
    return { start: open, end: close, text: `${space}${added.join(', ')}${space}` };
  }
  // Only comments: ours go on lines of their own below them, because the last may be a line comment.
  const start = open + inside.trimEnd().length;
  const outer = `${indentAt(text, close)}${shift}`;
  const onOwnLine = /^[\t ]*\r?\n/.test(inside);
  const indent = onOwnLine ? `${indentAt(text, start)}${shift}` : `${outer}${style.indent}`;
  const lines = added.map((item) => `${style.eol}${indent}${item}`).join(',');
  return { start, end: close, text: `${lines}${style.trailingComma ? ',' : ''}${style.eol}${outer}` };
}

/** Right after the last item and what is said about it on the same line. */
function appendLines(
  text: string,
  list: ListText,
  last: Span,
  added: readonly string[],
  style: FileStyle,
  shift: string,
): Edit[] {
  const indent = `${indentAt(text, last.start)}${shift}`;
  const tail = tailOf(text, last.end, list.close);
  const leadingComma = /\n([\t ]*,[\t ]*)$/.exec(text.slice(0, last.start))?.[1];
  if (leadingComma !== undefined && tail.comma === undefined) {
    const lines = added.map((item) => `${style.eol}${leadingComma}${item}`).join('');
    return [{ start: tail.lineEnd, end: tail.lineEnd, text: lines }];
  }
  const lines = added.map((item) => `${style.eol}${indent}${item}`).join(',');
  if (tail.comma !== undefined) return [{ start: tail.lineEnd, end: tail.lineEnd, text: `${lines},` }];
  if (tail.lineEnd === last.end) return [{ start: last.end, end: last.end, text: `,${lines}` }];
  return [
    { start: last.end, end: last.end, text: ',' },
    { start: tail.lineEnd, end: tail.lineEnd, text: lines },
  ];
}

/** What follows the last item: the offset of its comma, and where its line ends, comments included. */
function tailOf(text: string, from: number, close: number): { comma: number | undefined; lineEnd: number } {
  let comma: number | undefined;
  let at = from;
  while (at < close) {
    if (text.startsWith('//', at)) {
      at += /^[^\r\n]*/.exec(text.slice(at))?.[0].length ?? 0;
    } else if (text.startsWith('/*', at)) {
      at = text.indexOf('*/', at + 2) + 2;
    } else if (text[at] === '\n') {
      // A comma on a later line belongs to the item too; then ours follows that line.
      if (text[skipTrivia(text, at)] !== ',') break;
      at += 1;
    } else {
      if (text[at] === ',') comma = at;
      at += 1;
    }
  }
  const lineEnd = from + text.slice(from, at).trimEnd().length;
  return { comma, lineEnd: Math.max(lineEnd, from) };
}

/**
 * Whether a list may stay as it is when its line grows. Only a list that stands whole on one line, without comments in
 * it or of that line, is ever broken up.
 */
export function fitsOneLine(text: string, list: ListText, growth: number, style: FileStyle): boolean {
  if (text.slice(list.open, list.close).includes('\n') || hasComments(text, list)) return true;
  if (isHeld(text, list.open)) return true;
  const start = text.lastIndexOf('\n', list.open) + 1;
  const line = text.slice(start, lineEndAt(text, list.close));
  return widthOfLine(line, style.tabWidth) + growth <= style.width;
}

/** What puts a list that spans lines on one, and what stands in its brackets then; undefined where that cannot be. */
export function onOneLine(text: string, list: ListText): { edits: Edit[]; inside: string } | undefined {
  const { open, close, items, padded } = list;
  const slices = items.map(({ start, end }) => text.slice(start, end));
  if (items.length === 0 || hasComments(text, list) || slices.some((one) => one.includes('\n')))
    return undefined;
  const space = padded ? ' ' : '';
  const starts = [...items.map(({ start }) => start), close];
  const edits = starts.map((end, index) => {
    const start = items[index - 1]?.end ?? open;
    return { start, end, text: index === 0 || index === items.length ? space : ', ' };
  });
  return { edits, inside: `${space}${slices.join(', ')}${space}` };
}

/** Whether anything but white space and commas stands between the items. */
export function hasComments(text: string, { open, close, items }: ListText): boolean {
  const ends = [open, ...items.map(({ end }) => end)];
  const starts = [...items.map(({ start }) => start), close];
  return ends.some((end, index) => /[^\s,]/.test(text.slice(end, starts[index])));
}

/**
 * One item a line. Only the white space between the items changes, and that at the beginning of their lines, so each
 * gap is an edit of its own.
 */
function breakUp(
  text: string,
  list: ListText,
  added: readonly string[],
  style: FileStyle,
  shift: string,
): Edit[] {
  const comma = list.padded ? style.trailingComma : style.trailingCommaInCalls;
  const outer = `${indentAt(text, list.open)}${branchIndent(text, list.open, style)}${shift}`;
  const line = `${style.eol}${outer}${style.indent}`;
  const edits: Edit[] = [];
  let from = list.open;
  for (const item of list.items) {
    edits.push({ start: from, end: item.start, text: from === list.open ? line : `,${line}` });
    from = item.end;
  }
  const tail = added.map((item) => `,${line}${item}`).join('');
  edits.push({
    start: from,
    end: list.close,
    text: `${tail}${comma ? ',' : ''}${style.eol}${outer}`,
  });
  return edits;
}

/** What is broken up first in a branch that begins a line: `? {`, `: f(`, `: f(a, {`. */
const FIRST_IN_BRANCH = /^\s*[?:] (?:[{[]|[(!]*(?:(?:await|new|void) )?[\w$.?!]+\((?:[^(){}[\]]*[{[])?)$/;

/** A formatter indents that further, by two columns or a tab. */
function branchIndent(text: string, open: number, style: FileStyle): string {
  return FIRST_IN_BRANCH.test(text.slice(lineStartAt(text, open), open)) ? indentOfBranches(style) : '';
}
