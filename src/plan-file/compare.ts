import { byCodeUnit } from '../source/order.js';
import type { PlannedFile, PlannedHunk, PlannedProject } from './model.js';

/** A hunk of a plan that cannot be made as it was planned. */
export interface StaleHunk {
  readonly hunk: PlannedHunk;
  /** A sentence without its full stop. */
  readonly why: string;
}

/**
 * The hunks whose files are not what they were when the plan was made, or that are not planned any more.
 * @param hashOf the SHA-256 of a file as it is now; undefined when there is none.
 * @param known the ids of all that would be planned now.
 */
export function staleHunks(
  { hunks, files }: PlannedProject,
  hashOf: (path: string) => string | undefined,
  known: ReadonlySet<string>,
): StaleHunk[] {
  const stale = new Map(
    files.flatMap((file) => {
      const why = whyStale(file, hashOf(file.path));
      return why === undefined ? [] : [[file.path, why]];
    }),
  );
  return hunks.flatMap((hunk) => {
    const path = [hunk.path, ...hunk.needs].find((one) => stale.has(one));
    if (path !== undefined) return [{ hunk, why: `${path} ${stale.get(path)}` }];
    return known.has(hunk.id) ? [] : [{ hunk, why: 'signal-next would not make this change now' }];
  });
}

function whyStale(file: PlannedFile, now: string | undefined): string | undefined {
  if (file.action === 'create')
    return now === undefined ? undefined : 'exists by now, and the plan creates it';
  if (now === undefined) return 'does not exist any more';
  return now === file.before ? undefined : 'has changed since the plan was made';
}

/** Whether everything that the plan would write stands there already. */
export function isApplied({ files }: PlannedProject, hashOf: (path: string) => string | undefined): boolean {
  return files.length > 0 && files.every(({ path, after }) => hashOf(path) === after);
}

/**
 * What would be done otherwise than the plan says: the paths of such files, and the ids of hunks that it does not have.
 * A file that stale hunks take part in comes out otherwise by right.
 */
export function differences(
  plan: PlannedProject,
  now: PlannedProject,
  stale: readonly StaleHunk[],
): string[] {
  const excused = new Set(stale.flatMap(({ hunk }) => [hunk.path, ...hunk.needs]));
  const left = new Set(stale.map(({ hunk }) => hunk.id));
  const planned = {
    files: byKey(plan.files, ({ path }) => path),
    hunks: byKey(
      plan.hunks.filter(({ id }) => !left.has(id)),
      ({ id }) => id,
    ),
  };
  const made = { files: byKey(now.files, ({ path }) => path), hunks: byKey(now.hunks, ({ id }) => id) };
  const paths = [...new Set([...planned.files.keys(), ...made.files.keys()])].filter(
    (path) => !excused.has(path) && planned.files.get(path) !== made.files.get(path),
  );
  const ids = [...new Set([...planned.hunks.keys(), ...made.hunks.keys()])].filter((id) => {
    const hunk = now.hunks.find((one) => one.id === id);
    const isExcused = hunk !== undefined && planned.hunks.has(id) && excused.has(hunk.path);
    return !isExcused && planned.hunks.get(id) !== made.hunks.get(id);
  });
  return [...new Set([...paths, ...ids])].sort();
}

/** Each entry as text in which members stand in one order, whoever wrote them. */
function byKey<Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => string): Map<string, string> {
  return new Map(entries.map((entry) => [keyOf(entry), canonical(entry)]));
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => byCodeUnit(a, b)))
      : one,
  );
}
