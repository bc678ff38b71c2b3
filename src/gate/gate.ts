import { REWRITE_RULES } from '../analysis/model.js';
import type { Inspection } from '../inspect/inspect.js';
import type { Found } from '../inspect/suppressed-findings.js';
import type { StatedFinding } from '../report/model.js';
import type { Finding } from '../rules/finding.js';
import { staleBaselineEntry } from '../rules/stale-baseline-entry.js';
import { codeAt } from '../source/code-at.js';
import { once } from '../source/once.js';
import { type BaselineEntry, type BaselineMatch, matchBaseline } from './baseline.js';
import { type Identity, type IdentitySources, identitiesOf, identityOf } from './identity.js';

export interface GateOptions {
  /** The entries of the app's baseline, and its path. */
  readonly baseline: { readonly path: string; readonly entries: readonly BaselineEntry[] };
  /** Whether this run is about a finding; undefined where it is about all. */
  readonly isAbout: ((finding: Finding) => boolean) | undefined;
}

/** The findings of one app as the team wants to see them. */
export interface Gated {
  /** Those that are asked for, each with what is known of it; what is stale in the baseline is among them. */
  readonly findings: readonly StatedFinding[];
  /** Those that nothing accepts, and that are not asked for. */
  readonly others: readonly Finding[];
  /** Those that nothing accepts, asked for or not. */
  readonly unaccepted: readonly Identity[];
  readonly match: BaselineMatch;
  /** All findings of the app that a baseline can hold, but for the unaccepted. */
  readonly accepted: readonly Identity[];
  /** What is not to be touched when what is shown is fixed: the starts of such findings, by their file. */
  readonly spared: ReadonlyMap<string, ReadonlySet<number>>;
}

/** What is open in an app, as `gate` states it where there is no baseline. */
export function openFindings(found: readonly Found[], inspection: Inspection): StatedFinding[] {
  const everything = { baseline: { path: '', entries: [] }, isAbout: undefined };
  return gate(found, inspection, everything).findings.filter(({ status }) => status === 'new');
}

/** Says of every finding whether it is new, in the baseline, or suppressed, and which of them this run is about. */
export function gate(found: readonly Found[], inspection: Inspection, options: GateOptions): Gated {
  const { baseline, isAbout } = options;
  // Where there is no baseline, few reports ask for it.
  const identities = once(() =>
    identitiesIn(
      found.map(({ finding }) => finding),
      inspection,
    ),
  );
  const open = found.flatMap(({ suppressedBy }, index) => (suppressedBy ? [] : [index]));
  const openIdentities = (): readonly Identity[] =>
    open.map((index) => identities()[index]).filter((one) => one !== undefined);
  const unread = new Set(inspection.problems.map(({ path }) => path));
  const match = matchBaseline(
    baseline.entries.length > 0 ? openIdentities() : [],
    baseline.entries,
    (path) => inspection.host.text(path) !== undefined || unread.has(path),
  );
  const known = new Set([...match.known].map((at) => open[at]));
  const stated = found.map(({ finding, suppressedBy }, index): StatedFinding => {
    const status = suppressedBy ? 'suppressed' : known.has(index) ? 'baselined' : 'new';
    const identity = (): string => {
      const known = identities()[index];
      return known ? identityOf(known) : '';
    };
    return { ...finding, status, identity };
  });
  const shown = found.map(({ finding }) => isAbout === undefined || isAbout(finding));
  const stale =
    isAbout !== undefined || inspection.isPartial ? [] : match.stale.filter(({ path }) => !unread.has(path));
  return {
    findings: [...stated.filter((_, index) => shown[index]), ...staleFindings(baseline.path, stale)],
    others: found.flatMap(({ finding }, index) =>
      stated[index]?.status === 'new' && !shown[index] ? [finding] : [],
    ),
    get unaccepted() {
      return openIdentities().filter((_, at) => !match.known.has(at));
    },
    get accepted() {
      return openIdentities().filter((_, at) => match.known.has(at));
    },
    match: { ...match, stale },
    spared: sparedOf(stated.filter(({ status }, index) => status !== 'new' || !shown[index])),
  };
}

/** Whether a finding hangs on one of the files that are asked for: its own, and the helpers and labels that it names. */
export function hangsOn(
  { path, labels, dependsOn = [] }: Finding,
  isAsked: (path: string) => boolean,
): boolean {
  return [{ path }, ...labels, ...dependsOn].some((place) => isAsked(place.path));
}

/** The identities of findings of an inspection, one for each, in their order. */
export function identitiesIn(findings: readonly Finding[], inspection: Inspection): Identity[] {
  return identitiesOf(findings, sourcesOf(inspection));
}

function staleFindings(path: string, stale: readonly BaselineEntry[]): StatedFinding[] {
  return stale.map((entry) => ({
    ...staleBaselineEntry(path, entry),
    status: 'new',
    identity: () => identityOf({ ...entry, path: `${path}\0${entry.path}` }),
  }));
}

const REWRITTEN: ReadonlySet<string> = new Set(REWRITE_RULES);

function sparedOf(findings: readonly StatedFinding[]): Map<string, Set<number>> {
  const spared = new Map<string, Set<number>>();
  for (const { path, start, rule } of findings) {
    // Other rules find something at the same places.
    if (REWRITTEN.has(rule)) spared.set(path, (spared.get(path) ?? new Set()).add(start));
  }
  return spared;
}

function sourcesOf({ host, analyses }: Inspection): IdentitySources {
  const calls = new Map(analyses.map((one) => [one.file.path, one.calls.map(({ span }) => span)]));
  const kept = new Map(analyses.map((one) => [one.file.path, one.kept]));
  return {
    codeAt(path, span) {
      const known = kept.get(path)?.codeAt(span);
      const file = known ? undefined : host.load(path);
      return file ? codeAt(file, span) : known;
    },
    text: (path) => host.text(path),
    callsOf: (path) => calls.get(path) ?? [],
  };
}
