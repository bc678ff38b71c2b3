import type { ScopeKind, Verdict } from '../analysis/model.js';
import type { Ledger } from './ledger.js';

/** Whether the session ids can arrive in a request scope: with every request, with some, with none, or nobody knows. */
export type Arrival = 'yes' | 'sometimes' | 'no' | 'unknown';

/** One request scope, or one place without a request, with the Signal calls that run in it. */
export interface CoverageEntry {
  /** Undefined for calls that no request reaches. */
  readonly kind: ScopeKind | undefined;
  /** What a person would call it, e.g. `POST /api/checkout`. */
  readonly name: string;
  readonly path: string;
  readonly line: number;
  /** How a request gets there, e.g. `fetch from the browser`. */
  readonly reachedBy: string;
  readonly arrival: Arrival;
  /** Why, in one clause. */
  readonly because: string;
  /** A call in a helper is listed with every scope that reaches it. */
  readonly calls: readonly CoveredCall[];
}

export interface CoveredCall {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly method: string;
  /** What becomes of the session in this scope: a call may forward what only other scopes give it. */
  readonly verdict: Verdict['kind'];
  /** That of the call itself, which the ledger counts, where it is another. */
  readonly own?: Verdict['kind'];
  /** The helper that makes the call; undefined where the scope does so itself. */
  readonly helper: string | undefined;
}

/** @throws Error when the entries do not hold every call of the ledger once or more: a defect of ours. */
export function assertCoverage(entries: readonly CoverageEntry[], ledger: Ledger): void {
  const calls = new Map(
    entries.flatMap((entry) =>
      entry.calls.map((call) => [`${call.path}:${call.line}:${call.column}`, call.own ?? call.verdict]),
    ),
  );
  const count = (kind: Verdict['kind']): number => [...calls.values()].filter((one) => one === kind).length;
  const isWhole =
    calls.size === ledger.calls &&
    count('forwarded') === ledger.forwarded &&
    count('fixable') === ledger.fixable + ledger.fixed &&
    count('refused') === ledger.refused &&
    count('suppressed') === ledger.suppressed;
  if (!isWhole) throw new Error(`the coverage holds ${calls.size} of ${ledger.calls} Signal calls`);
}

export const COVERAGE_HEADINGS = ['request scope', 'reached by', 'ids arrive', 'forwarded'] as const;

/** The cells of one entry: its name and place, how it is reached, whether the ids arrive, and what is forwarded. */
export function coverageCells(entry: CoverageEntry): {
  readonly name: string;
  readonly place: string;
  readonly reachedBy: string;
  readonly arrival: string;
  readonly forwarded: string;
} {
  const arrival = { yes: 'yes', sometimes: 'sometimes', no: 'no', unknown: 'not known' }[entry.arrival];
  return {
    name: entry.name,
    place: `${entry.path}:${entry.line}`,
    reachedBy: entry.reachedBy,
    arrival: `${arrival}: ${entry.because}`,
    forwarded: forwardedOf(entry.calls),
  };
}

function forwardedOf(calls: readonly CoveredCall[]): string {
  const count = (kind: Verdict['kind']): number => calls.filter(({ verdict }) => verdict === kind).length;
  const others = (['fixable', 'refused', 'suppressed'] as const)
    .filter((kind) => count(kind) > 0)
    .map((kind) => `${count(kind)} ${kind}`);
  const all = `${count('forwarded')} of ${calls.length}`;
  return others.length === 0 ? all : `${all} (${others.join(', ')})`;
}
