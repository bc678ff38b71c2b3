import { HEADER_NAMES } from './signal-methods.js';

const NAMES: readonly string[] = Object.values(HEADER_NAMES);

/** Whether a header name is one of the three, in whatever case. */
export function isSessionHeader(name: string): boolean {
  return NAMES.includes(name.toLowerCase());
}

/**
 * The session header that `name` is almost, but not quite: other separators or none, the leading `x` or the last `id`
 * left out, or up to two slips of the keyboard.
 */
export function almostSessionHeader(name: string): string | undefined {
  const lower = name.toLowerCase();
  if (NAMES.includes(lower)) return undefined;
  return NAMES.find((right) => {
    const bare = squeezed(lower);
    const full = squeezed(right);
    return [full, full.slice(1), full.slice(0, -2)].includes(bare) || slips(lower, right) <= 2;
  });
}

function squeezed(name: string): string {
  return name.replace(/[-_.\s]/g, '');
}

/** How many letters have to be added, removed, replaced or swapped with their neighbour (optimal string alignment). */
function slips(from: string, to: string): number {
  if (Math.abs(from.length - to.length) > 2) return Number.POSITIVE_INFINITY;
  let before: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const isSame = from[row - 1] === to[column - 1];
      let least = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (isSwapped && row > 1) least = Math.min(least, (before[column - 2] ?? 0) + 1);
      current.push(least);
    }
    before = above;
    above = current;
  }
  return above[to.length] ?? 0;
}
