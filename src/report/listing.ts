import { lineStartsOf, lineTextAt, positionAt } from '../source/positions.js';
import { safe } from './cells.js';
import { type Mark, type PaintOf, renderFrame } from './frame.js';
import { colorsOf, type Terminal } from './terminal.js';

/** A whole text with its line numbers, and a mark on one of its lines. */
export function renderListing(
  { path, text, mark }: { readonly path: string; readonly text: string; readonly mark: Mark | undefined },
  terminal: Terminal,
  paintOf: PaintOf,
): string[] {
  const starts = lineStartsOf(text);
  const count = text.trimEnd().split('\n').length;
  const gutter = String(count).length;
  const { blue } = colorsOf(terminal);
  const bar = terminal.unicode ? '│' : '|';
  const marked = mark && positionAt(text, mark.start, starts).line;
  const frame = mark ? renderFrame({ path, text, marks: [mark] }, gutter, terminal, paintOf) : [];
  return Array.from({ length: count }, (_, index) => index + 1).flatMap((line) => {
    // The first two lines of a frame say where it is.
    if (line === marked) return frame.slice(2);
    const source = safe(lineTextAt(text, line, starts), terminal.unicode);
    return `${blue(`${String(line).padStart(gutter)} ${bar}`)} ${source}`.trimEnd();
  });
}
