import type { Edit } from './edit.js';
import type { Span } from './span.js';
import { type FileStyle, indentAt } from './style.js';
import { skipTrivia, trailingCommentEnd } from './trivia.js';

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
}

/**
 * Adds `added` at the end of a list in the layout it has: on its line, or one item a line where the first item has a
 * line of its own. A one-line list that would pass the print width is broken up.
 */
export function appendItems(
  text: string,
  list: ListText,
  added: readonly string[],
  style: FileStyle,
  { grown = 0, shift = '', keepLine = false }: ListSurroundings = {},
): Edit[] {
  const last = list.items.at(-1);
  const first = list.items[0];
  if (!last || !first) {
    const space = list.padded ? ' ' : '';
    return [{ start: list.open, end: list.close, text: `${space}${added.join(', ')}${space}` }];
  }
  if (/\n/.test(text.slice(list.open, first.start))) return appendLines(text, last, added, style, shift);
  const inline = `, ${added.join(', ')}`;
  if (keepLine || fitsOneLine(text, list, inline.length + grown, style)) {
    return [{ start: last.end, end: last.end, text: inline }];
  }
  return breakUp(text, list, added, style, shift);
}

function appendLines(
  text: string,
  last: Span,
  added: readonly string[],
  style: FileStyle,
  shift: string,
): Edit[] {
  const indent = `${indentAt(text, last.start)}${shift}`;
  const next = skipTrivia(text, last.end);
  const hasComma = text[next] === ',';
  const lines = added.map((item) => `${style.eol}${indent}${item}`).join(',');
  const at = trailingCommentEnd(text, hasComma ? next + 1 : last.end);
  if (hasComma) return [{ start: at, end: at, text: `${lines},` }];
  if (at === last.end) return [{ start: at, end: at, text: `,${lines}` }];
  return [
    { start: last.end, end: last.end, text: ',' },
    { start: at, end: at, text: lines },
  ];
}

/** Only an object that stands whole on one line, without comments, is ever broken up. */
function fitsOneLine(text: string, list: ListText, growth: number, style: FileStyle): boolean {
  if (!list.padded || /\n|\/\*/.test(text.slice(list.open, list.close))) return true;
  const start = text.lastIndexOf('\n', list.open) + 1;
  const end = /\r?\n|$/.exec(text.slice(list.close));
  const line = text.slice(start, list.close + (end?.index ?? 0));
  const tabs = /^\t*/.exec(line)?.[0].length ?? 0;
  return line.length + tabs + growth <= style.width;
}

function breakUp(
  text: string,
  list: ListText,
  added: readonly string[],
  style: FileStyle,
  shift: string,
): Edit[] {
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
    text: `${tail}${style.trailingComma ? ',' : ''}${style.eol}${outer}`,
  });
  return edits;
}

/** Prettier indents the object of a branch that begins a line, `? {`, by one more level. */
function branchIndent(text: string, open: number, style: FileStyle): string {
  const before = text.slice(text.lastIndexOf('\n', open - 1) + 1, open);
  return /^\s*[?:] \{$/.test(before) ? style.indent : '';
}
