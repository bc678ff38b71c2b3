import type { Place, SignalCall, Verdict } from '../analysis/model.js';
import { type ReasonId, reasonText } from '../analysis/reasons.js';
import type { Ledger, Refusal, RefusedPlace } from '../report/ledger.js';
import { sessionWithheld } from '../rules/session-refused.js';
import { positionAt } from '../source/positions.js';
import type { Inspection } from './inspect.js';
import { isUnwanted } from './suppressed-findings.js';

/** Counts the verdicts; `isFixed` says of a call that was fixable whether it has been fixed. */
export function ledgerOf(
  inspection: Inspection,
  isFixed: (call: SignalCall) => boolean = () => false,
): Ledger {
  const calls = inspection.analyses.flatMap((analysis) => analysis.calls);
  const count = (kind: Verdict['kind'], where: (call: SignalCall) => boolean = () => true): number =>
    calls.filter((call) => call.verdict.kind === kind && where(call)).length;
  return {
    calls: calls.length,
    forwarded: count('forwarded'),
    fixable: count('fixable', (call) => !isFixed(call)),
    fixed: count('fixable', isFixed),
    refused: count('refused'),
    suppressed: count('suppressed'),
  };
}

/** The refused calls by reason, with every place. */
export function refusalsOf({ analyses, host }: Inspection): Refusal[] {
  return byReason(
    analyses.flatMap(({ calls }) =>
      calls.flatMap(({ verdict, path, callee }) =>
        verdict.kind === 'refused' ? [{ path, start: callee.start, ...verdict }] : [],
      ),
    ),
    host,
  );
}

/** The calls of helpers that give no session to Signal calls which others give one, unless that is suppressed there. */
export function withheldIn(inspection: Inspection): Refusal[] {
  const withheld = inspection.analyses.flatMap(({ calls }) =>
    calls.flatMap((call) => {
      const findings = sessionWithheld(call);
      return call.withheldAt.filter((_, index) => {
        const finding = findings[index];
        return finding !== undefined && !isUnwanted(finding, inspection);
      });
    }),
  );
  const places = new Map(withheld.map((one) => [`${one.start} ${one.path}`, one]));
  return byReason([...places.values()], inspection.host);
}

interface LeftPlace {
  readonly path: string;
  readonly start: number;
  readonly reason: ReasonId;
  readonly places: readonly Place[];
}

function byReason(left: readonly LeftPlace[], host: Inspection['host']): Refusal[] {
  const lineOf = (path: string, start: number): number => positionAt(host.text(path) ?? '', start).line;
  const found = new Map<ReasonId, RefusedPlace[]>();
  for (const { path, start, reason, places } of left) {
    const because = places.map((place) => ({ path: place.path, line: lineOf(place.path, place.start) }));
    found.set(reason, [...(found.get(reason) ?? []), { path, line: lineOf(path, start), because }]);
  }
  return [...found].map(([reason, places]) => {
    const { title, instead } = reasonText(reason);
    return { reason, title, instead, places };
  });
}
