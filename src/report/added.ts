import { groupBy } from '../source/group-by.js';
import { safe } from './cells.js';
import { arrowTo, fittedSource } from './frame.js';
import type { AddedLine } from './model.js';
import { colorsOf, type Terminal } from './terminal.js';

/** More than this of one file is better read in the diff of `migrate --dry-run`. */
const MOST_LINES = 12;

/** The digits that the largest number of these lines takes. */
export function addedGutter(added: readonly AddedLine[]): number {
  const shown = groupsOf(added).flatMap((lines) => lines.slice(0, MOST_LINES));
  return String(Math.max(0, ...shown.map(({ line }) => line))).length;
}

/**
 * The lines that a fix would write, numbered as in the files that it would leave: `+` is new, `~` takes another's place.
 * @param above the file that is shown above them, which they need not name.
 */
export function renderAdded(
  added: readonly AddedLine[],
  above: string | undefined,
  gutter: number,
  terminal: Terminal,
): string[] {
  const bar = colorsOf(terminal).blue(`${' '.repeat(gutter)} ${terminal.unicode ? '│' : '|'}`);
  const isNamed = added.some(({ path }) => path !== above);
  return groupsOf(added).flatMap(([first, ...more]) => [
    ...(isNamed ? arrowTo(safe(first.path, terminal.unicode), gutter, terminal) : []),
    bar,
    ...linesOf([first, ...more], gutter, terminal),
  ]);
}

function groupsOf(added: readonly AddedLine[]) {
  return [...groupBy(added, ({ path }) => path).values()];
}

function linesOf(added: readonly AddedLine[], gutter: number, terminal: Terminal): string[] {
  const colors = colorsOf(terminal);
  const lines = added.slice(0, MOST_LINES).flatMap(({ line, text, replaces, changed }) => {
    const number = colors.blue(String(line).padStart(gutter));
    // Whoever reads them off a file or a pipe may want to paste them.
    const shown = terminal.wrap
      ? fittedSource(text, changed, gutter, terminal)
      : [safe(text, terminal.unicode)];
    return shown.map((part) => `${number} ${colors.green(`${replaces ? '~' : '+'} ${part}`)}`);
  });
  const rest = added.length - MOST_LINES;
  return rest > 0 ? [...lines, `${' '.repeat(gutter)} ${colors.green(`+ ${rest} more`)}`] : lines;
}
