import { bySourceIn, type ImportOrder } from './import-order.js';
import { isRelative } from './specifiers.js';

/** An `import` or `require` that a file has at its top. */
export interface ListedImport {
  readonly kind: 'import' | 'require';
  readonly source: string;
  /** Whether it binds names; one that does not is there for its side effects. */
  readonly bindsNames: boolean;
}

/** Where a new import goes: beside one that is there, or at the top of a file that has none. */
export interface Place<Import extends ListedImport> {
  readonly kind: 'below' | 'above';
  readonly at: Import | undefined;
}

/**
 * Packages come first, then the project's own files under their aliases, then those under relative paths.
 * @param isProjectFile whether a specifier is of a file of the project, whatever it looks like.
 */
export function rankOf(specifier: string, isProjectFile: (specifier: string) => boolean): number {
  if (isRelative(specifier)) return 2;
  return isProjectFile(specifier) ? 1 : 0;
}

/**
 * New imports go to their kind: packages to packages (Next's to Next's), aliases to aliases, relative paths to their
 * like; in alphabetical order where those are in it, else behind them, but not behind another kind that follows them.
 * Where a file has none of the kind, they go where that would stand. Imports for their side effects are no neighbours
 * while there is another, so that style sheets stay at the end and what has to run first stays first.
 * @param order that which a formatter asks for, before any other.
 */
export function placeFor<Import extends ListedImport>(
  specifier: string,
  listed: readonly Import[],
  isProjectFile: (specifier: string) => boolean,
  order?: ImportOrder,
): Place<Import> {
  const imports = listed.filter(({ kind }) => kind === 'import');
  // A `require` among imports mostly stands below them, with what else runs.
  const all = imports.length > 0 ? imports : listed;
  const [first, ...others] = all.filter(({ bindsNames }) => bindsNames);
  if (!first) return all.length > 0 ? { kind: 'below', at: all.at(-1) } : { kind: 'above', at: undefined };
  const named = [first, ...others];
  if (order !== undefined) return placeInOrder(specifier, all, bySourceIn(order));
  const ranks = named.map(({ source }) => rankOf(source, isProjectFile));
  const rank = rankOf(specifier, isProjectFile);
  const alike = named.filter((_, index) => ranks[index] === rank);
  const next = named.find((_, index) => (ranks[index] ?? 0) > rank);
  if (alike.length === 0) {
    if (rank === 0) return { kind: 'above', at: first };
    return next ? { kind: 'above', at: next } : { kind: 'below', at: named.at(-1) };
  }
  if (isSorted(alike)) {
    const before = alike.findLast((one) => compare(one.source, specifier) < 0);
    return before ? { kind: 'below', at: before } : { kind: 'above', at: alike[0] };
  }
  const fromNext = isFromNext(specifier) ? alike.findLast(({ source }) => isFromNext(source)) : undefined;
  const leading = next && alike.findLast((one) => named.indexOf(one) < named.indexOf(next));
  return { kind: 'below', at: fromNext ?? leading ?? alike.at(-1) };
}

/** Among imports that have to be in an order; one for its side effects, or one that breaks the order, begins it anew. */
function placeInOrder<Import extends ListedImport>(
  specifier: string,
  all: readonly Import[],
  compare: (a: string, b: string) => number,
): Place<Import> {
  const runs: Import[][] = [];
  let previous: Import | undefined;
  for (const one of all) {
    const goesOn =
      one.bindsNames && previous?.bindsNames === true && compare(previous.source, one.source) <= 0;
    if (goesOn) runs.at(-1)?.push(one);
    else if (one.bindsNames) runs.push([one]);
    previous = one;
  }
  // Where several would do, the one whose imports are nearest to it.
  const run =
    runs.findLast(([head]) => head !== undefined && compare(head.source, specifier) <= 0) ?? runs[0];
  const before = run?.findLast(({ source }) => compare(source, specifier) <= 0);
  return before ? { kind: 'below', at: before } : { kind: 'above', at: run?.[0] };
}

function isFromNext(specifier: string): boolean {
  return /^next(\/|$)/.test(specifier);
}

/** Three in order are no accident. */
function isSorted(imports: readonly ListedImport[]): boolean {
  return (
    imports.length > 2 &&
    imports.every((one, index) => index === 0 || compare(imports[index - 1]?.source ?? '', one.source) <= 0)
  );
}

function compare(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}
