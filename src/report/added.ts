import { safe } from './cells.js';
import { fittedSource } from './frame.js';
import type { AddedLine } from './model.js';
import { colorsOf, type Terminal } from './terminal.js';

/** More than this is better read in the diff of `migrate --dry-run`. */
const MOST_LINES = 12;

/** The digits that the largest number of these lines takes. */
export function addedGutter(added: readonly AddedLine[]): number {
  return String(Math.max(0, ...added.slice(0, MOST_LINES).map(({ line }) => line))).length;
}

/** The lines that a fix would write, numbered as in the file that it would leave: `+` is new, `~` takes another's place. */
export function renderAdded(added: readonly AddedLine[], gutter: number, terminal: Terminal): string[] {
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
