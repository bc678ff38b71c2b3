import { isRelative } from '../../src/source/specifiers.js';
import type { TopLevelImport } from './existing-imports.js';

/** Where a new import goes: beside one that is there, or at the top of a file that has none. */
export interface Place {
  readonly kind: 'below' | 'above';
  readonly at: TopLevelImport | undefined;
}

/**
 * New imports go to their kind: packages to packages (Next's to Next's), the project's own files to their like; in
 * alphabetical order where those are in it. A package goes above the first import of a file that has only its own.
 */
export function placeFor(
  specifier: string,
  listed: readonly TopLevelImport[],
  isProjectFile: (specifier: string) => boolean,
): Place {
  const imports = listed.filter(({ kind }) => kind === 'import');
  // A `require` among imports mostly stands below them, with what else runs.
  const all = imports.length > 0 ? imports : listed;
  if (all.length === 0) return { kind: 'above', at: undefined };
  const isOwn = isProjectFile(specifier);
  const kindred = all.filter((one) => isProjectFile(one.source) === isOwn);
  const alike = kindred.filter((one) => isRelative(one.source) === isRelative(specifier));
  if (kindred.length > 0 && alike.length === 0) {
    // Aliases stand above relative paths where a file has both.
    return isRelative(specifier) ? { kind: 'below', at: kindred.at(-1) } : { kind: 'above', at: kindred[0] };
  }
  if (isSorted(alike)) {
    const before = alike.findLast((one) => compare(one.source, specifier) < 0);
    return before ? { kind: 'below', at: before } : { kind: 'above', at: alike[0] };
  }
  const fromNext = alike.findLast((one) => !isOwn && /^next(\/|$)/.test(one.source));
  const neighbour = fromNext ?? alike.at(-1);
  if (neighbour) return { kind: 'below', at: neighbour };
  return isOwn ? { kind: 'below', at: all.at(-1) } : { kind: 'above', at: all[0] };
}

/** Three in order are no accident. */
function isSorted(imports: readonly TopLevelImport[]): boolean {
  return (
    imports.length > 2 &&
    imports.every((one, index) => index === 0 || compare(imports[index - 1]?.source ?? '', one.source) <= 0)
  );
}

function compare(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}
