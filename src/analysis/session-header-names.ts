import { editDistance } from '../source/edit-distance.js';
import { SESSION_HEADER } from './header-clues.js';
import { HEADER_NAMES } from './signal-methods.js';

const NAMES: readonly string[] = Object.values(HEADER_NAMES);

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
    return [full, full.slice(1), full.slice(0, -2)].includes(bare) || isNear(lower, right);
  });
}

/** Whether a text holds a word that is almost a session header, but not quite. */
export function holdsAlmostHeader(text: string): boolean {
  if (!SESSION_HEADER.test(text)) return false;
  return (text.match(/[\w.-]+/g) ?? []).some((word) => almostSessionHeader(word) !== undefined);
}

function squeezed(name: string): string {
  return name.replace(/[-_.\s]/g, '');
}

function isNear(name: string, right: string): boolean {
  return Math.abs(name.length - right.length) <= 2 && editDistance(name, right) <= 2;
}
