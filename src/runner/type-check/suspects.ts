import { wholeName } from '../../source/names.js';
import { originOf } from '../../source/offsets.js';
import { lineTextAt, positionAt } from '../../source/positions.js';
import type { Span } from '../../source/span.js';
import { type NewError, placeOf } from './delta.js';
import type { Candidate, Site } from './model.js';

/** How the sites that may have caused an error are found, from the nearest to all of them. */
export type Reach = 'here' | 'related' | 'named' | 'file' | 'needed' | 'all';

const REACHES: readonly Reach[] = ['here', 'related', 'named', 'file', 'needed', 'all'];

export interface Suspicion {
  readonly reach: Reach;
  readonly sites: readonly Site[];
}

/**
 * The sites of `candidate` that may have caused an error, by the nearest way that leads to any and was not
 * `tried`.
 */
export function suspectsOf(
  error: NewError,
  candidate: Candidate,
  tried: ReadonlySet<Reach>,
  textOf: (path: string) => string | undefined,
): Suspicion | undefined {
  for (const reach of REACHES) {
    if (tried.has(reach)) continue;
    const sites = sitesBy(reach, error, candidate, textOf);
    if (sites.length > 0) return { reach, sites };
  }
  return undefined;
}

function sitesBy(
  reach: Reach,
  { diagnostic, origin }: NewError,
  { sites, files }: Candidate,
  textOf: (path: string) => string | undefined,
): readonly Site[] {
  const { path } = diagnostic;
  switch (reach) {
    case 'here':
      return sitesAround(sites, path, placeOf(origin));
    case 'related':
      return diagnostic.related.flatMap((one) => {
        const staged = files.get(one.path);
        return staged ? sitesAround(sites, one.path, placeOf(originOf(staged.edits, one.start))) : [];
      });
    case 'named': {
      const line = lineTextOf(textOf(path) ?? '', placeOf(origin));
      return sites.filter((site) => isMentioned(site, line));
    }
    case 'file':
      return sitesIn(sites, path);
    case 'needed': {
      const needed = new Set(sitesIn(sites, path).flatMap(({ needs }) => needs));
      return sites.filter((site) => site.needs.includes(path) || needed.has(site.path));
    }
    case 'all':
      return sites;
  }
}

/** The innermost sites around a place: a call, else all calls of a function, else those of a statement. */
function sitesAround(sites: readonly Site[], path: string, offset: number): readonly Site[] {
  const own = sitesIn(sites, path);
  const calls = innermost(own, ({ span }) => span, offset);
  if (calls.length > 0) return calls;
  for (const level of [0, 1]) {
    const around = innermost(own, ({ within }) => within[level], offset);
    if (around.length > 0) return around;
  }
  return [];
}

function innermost(
  sites: readonly Site[],
  spanOf: (site: Site) => Span | undefined,
  offset: number,
): readonly Site[] {
  let found: Site[] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const site of sites) {
    const span = spanOf(site);
    if (span === undefined || offset < span.start || offset > span.end) continue;
    const own = span.end - span.start;
    if (own < size) found = [];
    if (own <= size) found.push(site);
    size = Math.min(size, own);
  }
  return found;
}

function sitesIn(sites: readonly Site[], path: string): readonly Site[] {
  return sites.filter((site) => site.path === path);
}

/** Whether a line speaks of the function of a site, or of its module. */
function isMentioned({ name, path }: Site, line: string): boolean {
  const module = path.replace(/(?:\/index)?\.[cm]?[jt]sx?$/, '').replace(/^\.\.?\//, '');
  if (line.includes(`/${module}`)) return true;
  if (name === undefined) return false;
  return wholeName(name).test(line);
}

function lineTextOf(text: string, offset: number): string {
  return lineTextAt(text, positionAt(text, offset).line);
}
