import { safe, widthOf } from './cells.js';
import { colorsOf, type Terminal } from './terminal.js';
import { wrapLine } from './wrap.js';

const GAP = '  ';
/** A column is not made narrower than this; with less room the table becomes blocks of lines. */
const LEAST = 14;

/** A table as a terminal shows it; a cell may have several lines. In a pipe no cell is broken. */
export function renderTable(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  terminal: Terminal,
): string {
  const { bold } = colorsOf(terminal);
  const shown = rows.map((row) =>
    row.map((cell) => cell.split('\n').map((line) => safe(line, terminal.unicode))),
  );
  const natural = headings.map((heading, column) =>
    Math.max(widthOf(heading), ...shown.flatMap((row) => (row[column] ?? []).map(widthOf))),
  );
  const widths = terminal.wrap
    ? fitted(natural, terminal.width - GAP.length * (headings.length - 1))
    : natural;
  if (widths === undefined) return blocks(headings, shown, terminal);
  const lines = [bold(padded(headings, widths))];
  for (const row of shown) {
    const cells = row.map((cell, column) => cell.flatMap((line) => wrapLine(line, widths[column] ?? LEAST)));
    const height = Math.max(...cells.map(({ length }) => length));
    for (let index = 0; index < height; index += 1)
      lines.push(
        padded(
          cells.map((cell) => cell[index] ?? ''),
          widths,
        ),
      );
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** Takes room from the widest columns until all fit; undefined when they cannot. */
function fitted(natural: readonly number[], room: number): number[] | undefined {
  const widths = [...natural];
  let over = widths.reduce((sum, width) => sum + width, 0) - room;
  for (; over > 0; over -= 1) {
    const widest = widths.indexOf(Math.max(...widths));
    const width = widths[widest] ?? 0;
    if (width <= LEAST) return undefined;
    widths[widest] = width - 1;
  }
  return widths;
}

function padded(cells: readonly string[], widths: readonly number[]): string {
  return cells
    .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell))))
    .join(GAP)
    .trimEnd();
}

/** Each row as lines of its own, for a terminal that is too narrow for columns. */
function blocks(
  headings: readonly string[],
  rows: readonly (readonly (readonly string[])[])[],
  { width }: Terminal,
): string {
  return rows
    .map((row) =>
      row
        .map((cell, column) => `${column === 0 ? '' : `  ${headings[column]}: `}${cell.join(' ')}`)
        .flatMap((line) => wrapLine(line, width))
        .map((line) => `${line}\n`)
        .join(''),
    )
    .join('\n');
}
