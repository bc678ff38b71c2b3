import type { Alias } from './path-aliases.js';

/** What `hashOfName` gives for a folder that is named by where it stands, `..` or `lib/`: its index module is meant. */
export const FOLDER = 0;

/** A name that stands in a path between its last slash and its first dot, in the form in which scanners collect it. */
export function hashOfName(name: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(name)) hash = Math.imul(hash ^ byte, 0x01000193);
  // That number says that there is no name.
  return hash === -1 ? 1 : hash >>> 0;
}

/**
 * The hashes of the last names by which other files of the app can name the module at `path`; undefined where that
 * cannot be told by the names.
 */
export function hashesFor(path: string, aliases: readonly Alias[]): ReadonlySet<number> | undefined {
  if (path.startsWith('../') || !aliases.every(keepsNames)) return undefined;
  const segments = path.split('/');
  const own = nameOf(segments.at(-1) ?? '');
  const folder = segments.at(-2);
  const names = [own, ...(own === 'index' && folder !== undefined ? [nameOf(folder)] : [])];
  // `@db` may stand for any module.
  for (const { before, after } of aliases)
    if (after === undefined) names.push(nameOf(before.split('/').at(-1) ?? ''));
  if (!names.every(isCollected)) return undefined;
  return new Set([...names.map(hashOfName), ...(own === 'index' ? [FOLDER] : [])]);
}

function nameOf(segment: string): string {
  return segment.replace(/\..*$/s, '');
}

/** Whether scanners collect such a name wherever it stands. */
function isCollected(name: string): boolean {
  return name !== '' && !/["'\n]/.test(name);
}

/** Whether a specifier through an alias ends as the path that it stands for does: `@/*` for `./src/*`. */
function keepsNames({ before, after, targets }: Alias): boolean {
  if (after === undefined) return true;
  const isWhole = (text: string): boolean => text === '' || text.endsWith('/');
  if (!isWhole(before) || !ENDING.test(after)) return false;
  return targets.every((target) => isWhole(target.before) && ENDING.test(target.after ?? ''));
}

/** Behind the `*`: nothing, an extension or the index module. */
const ENDING = /^(?:\/index)?(?:\.\w+)*$/;
