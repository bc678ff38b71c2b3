import { lineStartsOf, lineTextAt, positionAt } from '../source/positions.js';
import type { Span } from '../source/span.js';
import { type Cell, cellsOf, safe, widthOf } from './cells.js';
import { type Colors, colorsOf, type Terminal } from './terminal.js';
import { wrapLine, wrapped } from './wrap.js';

/** A span to underline and what to say under it. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: 'primary' | 'secondary';
}

export interface Frame {
  readonly path: string;
  readonly text: string;
  /** At least one; the first is where the frame says it is. */
  readonly marks: readonly Mark[];
}

/** How one kind of mark is coloured. */
export type PaintOf = (kind: Mark['kind']) => (text: string) => string;

/** A part of a line, in columns of the terminal. */
interface Columns {
  readonly from: number;
  readonly to: number;
}

/** A mark on its line. */
type PlacedMark = Mark & Columns;

/** A gap of this many lines or fewer is printed, a wider one is `...`. */
const SMALL_GAP = 2;
/** Room a label asks for when it does not fit beside its mark. */
const LABEL_ROOM = 30;

/** The digits that the largest line number of these frames takes. */
export function gutterWidthOf(frames: readonly Frame[]): number {
  const lines = frames.flatMap(({ text, marks }) => {
    const starts = lineStartsOf(text);
    return marks.map(({ start }) => positionAt(text, start, starts).line);
  });
  return String(Math.max(1, ...lines)).length;
}

/** The lines of one frame: where it is, then the source with its marks. A file without text has only the first. */
export function renderFrame(frame: Frame, gutter: number, terminal: Terminal, paintOf: PaintOf): string[] {
  const colors = colorsOf(terminal);
  const starts = lineStartsOf(frame.text);
  const [first] = frame.marks;
  const at = positionAt(frame.text, first?.start ?? 0, starts);
  const path = safe(frame.path, terminal.unicode);
  const place = frame.text === '' ? path : `${path}:${at.line}:${at.column}`;
  const lines = arrowTo(place, gutter, terminal);
  if (frame.text === '') return lines;

  const marksByLine = new Map<number, Mark[]>();
  for (const mark of frame.marks) {
    const { line } = positionAt(frame.text, mark.start, starts);
    marksByLine.set(line, [...(marksByLine.get(line) ?? []), mark]);
  }
  const row = new Rows(gutter, terminal, colors);
  lines.push(row.blank());
  let previous: number | undefined;
  for (const [line, marks] of [...marksByLine].sort(([a], [b]) => a - b)) {
    if (previous !== undefined && line - previous - 1 > SMALL_GAP) lines.push(colors.blue('...'));
    else {
      for (let between = (previous ?? line) + 1; between < line; between += 1) {
        const cells = cellsOf(lineTextAt(frame.text, between, starts), terminal.unicode);
        lines.push(row.source(between, windowOf(cells, [], row).text));
      }
    }
    lines.push(...markedLine(frame.text, { line, marks, starts }, row, paintOf));
    previous = line;
  }
  return lines;
}

/** The line that says where what follows is. */
export function arrowTo(place: string, gutter: number, terminal: Terminal): string[] {
  const { blue } = colorsOf(terminal);
  const arrow = `${' '.repeat(gutter)}--> ${place}`;
  return wrapped(arrow, terminal).map((line) => line.replace('-->', blue('-->')));
}

/**
 * A source line that fits the terminal beside a gutter of this width: cut around these spans of it, once for each
 * where they are too far apart, and at its end where there are none.
 */
export function fittedSource(
  text: string,
  spans: readonly Span[],
  gutter: number,
  terminal: Terminal,
): string[] {
  const cells = cellsOf(text, terminal.unicode);
  const columns = spans.map((span) => columnsOf(span, cells, 0));
  const room = new Rows(gutter, terminal, colorsOf(terminal));
  return windowsOf(cells, columns, room).map(({ window }) => window.text);
}

/** Puts the gutter before a line. */
class Rows {
  readonly room: number;
  readonly ellipsis: string;
  readonly unicode: boolean;
  readonly #gutter: number;
  readonly #bar: string;
  readonly #colors: Colors;

  constructor(gutter: number, terminal: Terminal, colors: Colors) {
    this.#gutter = gutter;
    this.#colors = colors;
    this.#bar = terminal.unicode ? '│' : '|';
    this.unicode = terminal.unicode;
    this.ellipsis = terminal.unicode ? '…' : '...';
    this.room = Math.max(1, terminal.width - gutter - 3);
  }

  blank(): string {
    return this.#colors.blue(`${' '.repeat(this.#gutter)} ${this.#bar}`);
  }

  source(line: number, text: string): string {
    const number = String(line).padStart(this.#gutter);
    return text === ''
      ? this.#colors.blue(`${number} ${this.#bar}`)
      : `${this.#colors.blue(`${number} ${this.#bar}`)} ${text}`;
  }

  marks(text: string): string {
    return `${this.blank()} ${text}`;
  }
}

function markedLine(
  text: string,
  at: { readonly line: number; readonly marks: readonly Mark[]; readonly starts: readonly number[] },
  row: Rows,
  paintOf: PaintOf,
): string[] {
  const cells = cellsOf(lineTextAt(text, at.line, at.starts), row.unicode);
  const lineStart = at.starts[at.line - 1] ?? 0;
  const placed = at.marks
    .map((mark): PlacedMark => ({ ...mark, ...columnsOf(mark, cells, lineStart) }))
    .sort((one, other) => one.from - other.from);
  return windowsOf(cells, placed, row).flatMap(({ window, parts }) => {
    const inWindow = parts.map((mark) => ({
      ...mark,
      from: window.shift(mark.from),
      to: window.shift(mark.to),
    }));
    return [row.source(at.line, window.text), ...markRows(inWindow, row, paintOf)];
  });
}

/** Where a span stands in columns. One that goes on over further lines ends with its first. */
function columnsOf(span: Span, cells: readonly Cell[], lineStart: number): Columns {
  let from: number | undefined;
  let column = 0;
  let to = 0;
  for (const cell of cells) {
    if (from === undefined && cell.offset >= span.start - lineStart) from = column;
    column += cell.width;
    if (cell.offset < span.end - lineStart) to = column;
  }
  const start = from ?? column;
  return { from: start, to: Math.max(start + 1, to) };
}

/** What a window of a line may take. */
type Room = Pick<Rows, 'room' | 'ellipsis'>;

/** As few windows of a line as show all of `parts`, which are in order; one where there are none. */
function windowsOf<Part extends Columns>(
  cells: readonly Cell[],
  parts: readonly Part[],
  room: Room,
): { readonly window: Window; readonly parts: readonly Part[] }[] {
  const windows: { window: Window; parts: readonly Part[] }[] = [];
  for (const part of parts) {
    const last = windows.at(-1);
    const together = [...(last?.parts ?? []), part];
    const window = windowOf(cells, together, room);
    if (last && window.fits) windows.splice(-1, 1, { window, parts: together });
    else windows.push({ window: windowOf(cells, [part], room), parts: [part] });
  }
  return windows.length > 0 ? windows : [{ window: windowOf(cells, [], room), parts }];
}

interface Window {
  readonly text: string;
  /** Whether all marks are inside. */
  readonly fits: boolean;
  /** The column in the window for a column of the line. */
  shift(column: number): number;
}

function windowOf(cells: readonly Cell[], marks: readonly Columns[], { room, ellipsis }: Room): Window {
  const total = cells.reduce((sum, cell) => sum + cell.width, 0);
  const marked = Math.max(0, ...marks.map((mark) => mark.to));
  if (Math.max(total, marked) <= room) {
    const text = cells.map((cell) => cell.text).join('');
    return { text: text.trimEnd(), fits: true, shift: (column) => column };
  }
  const inner = Math.max(1, room - 2 * ellipsis.length);
  const first = Math.min(total, ...marks.map((mark) => mark.from), marks.length === 0 ? 0 : total);
  const wanted = Math.max(0, marked - first);
  const spare = Math.max(0, inner - wanted);
  const from = Math.max(0, Math.min(first - Math.floor(spare / 2), Math.max(total, marked) - inner));
  const to = from + inner;
  const before = from > 0 ? ellipsis : '';
  const after = to < total ? ellipsis : '';
  return {
    text: `${before}${slice(cells, from, to)}${after}`.trimEnd(),
    fits: wanted <= inner,
    shift: (column) => Math.min(Math.max(column, from), to) - from + before.length,
  };
}

/** The cells between two columns; one that is cut in half becomes spaces. */
function slice(cells: readonly Cell[], from: number, to: number): string {
  let text = '';
  let column = 0;
  for (const cell of cells) {
    const end = column + cell.width;
    if (column >= from && end <= to && (cell.width > 0 || column > from)) text += cell.text;
    else if (column < to && end > from) text += ' '.repeat(Math.min(end, to) - Math.max(column, from));
    column = end;
  }
  return text;
}

/** The row of underlines, with the last mark's text beside it where there is room, then one row for each other text. */
function markRows(marks: readonly PlacedMark[], row: Rows, paintOf: PaintOf): string[] {
  const end = Math.max(...marks.map((mark) => mark.to));
  const underlines = underline(marks, end, paintOf);
  const texts = [...marks].reverse().map((mark) => ({ mark, text: safe(mark.text, row.unicode) }));
  const [last] = texts;
  const beside = last !== undefined && last.text !== '' && end + 1 + widthOf(last.text) <= row.room;
  const rows = [row.marks(beside ? `${underlines} ${paintOf(last.mark.kind)(last.text)}` : underlines)];
  for (const { mark, text } of beside ? texts.slice(1) : texts) {
    if (text === '') continue;
    const indent = Math.max(0, Math.min(mark.from, row.room - Math.min(LABEL_ROOM, widthOf(text))));
    for (const part of wrapLine(text, row.room - indent)) {
      rows.push(row.marks(`${' '.repeat(indent)}${paintOf(mark.kind)(part)}`));
    }
  }
  return rows;
}

/** `^` under the primary span, `-` under the others; where they overlap, the primary one shows. */
function underline(marks: readonly PlacedMark[], end: number, paintOf: PaintOf): string {
  let text = '';
  for (let column = 0; column < end; ) {
    const kind = kindAt(marks, column);
    let next = column + 1;
    while (next < end && kindAt(marks, next) === kind) next += 1;
    const length = next - column;
    if (kind === undefined) text += ' '.repeat(length);
    else text += paintOf(kind)((kind === 'primary' ? '^' : '-').repeat(length));
    column = next;
  }
  return text;
}

function kindAt(marks: readonly PlacedMark[], column: number): Mark['kind'] | undefined {
  const here = marks.filter((mark) => mark.from <= column && column < mark.to);
  return here.some((mark) => mark.kind === 'primary') ? 'primary' : here[0]?.kind;
}
