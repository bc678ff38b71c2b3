import type { Identity } from './identity.js';

/** What was accepted when the baseline was made; one finding each. */
export interface BaselineEntry extends Identity {
  /** Where the entry stands in the text of the baseline; undefined for one that is not written yet. */
  readonly at: { readonly start: number; readonly end: number } | undefined;
}

/** How the findings of a run compare with the baseline. */
export interface BaselineMatch {
  /** The findings that are in the baseline, by their place among those given. */
  readonly known: ReadonlySet<number>;
  /** Entries for which there is no finding any more. */
  readonly stale: readonly BaselineEntry[];
}

/**
 * Compares findings with a baseline. An entry counts for one finding: that of its file, rule, function and code. One
 * whose file is gone counts for a finding with the same of another file: the file was moved or renamed.
 */
export function matchBaseline(
  identities: readonly Identity[],
  entries: readonly BaselineEntry[],
  exists: (path: string) => boolean,
): BaselineMatch {
  const left = new Map(entries.map((entry) => [keyOf(entry), entry]));
  const known = new Set<number>();
  for (const [index, identity] of identities.entries()) {
    if (left.delete(keyOf(identity))) known.add(index);
  }
  const orphans = [...left].filter(([, { path }]) => !exists(path));
  for (const [index, { rule, hash }] of identities.entries()) {
    if (known.has(index)) continue;
    const at = orphans.findIndex(([, entry]) => entry.rule === rule && entry.hash === hash);
    const [orphan] = at < 0 ? [] : orphans.splice(at, 1);
    if (orphan === undefined) continue;
    left.delete(orphan[0]);
    known.add(index);
  }
  return { known, stale: [...left.values()] };
}

function keyOf({ path, rule, hash, nth }: Identity): string {
  return [path, rule, hash, nth].join('\0');
}
