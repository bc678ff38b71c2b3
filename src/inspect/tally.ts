import type { Place, SignalCall, Verdict } from '../analysis/model.js';
import { type ReasonId, reasonText } from '../analysis/reasons.js';
import type { Ledger, Refusal } from '../report/ledger.js';
import { sessionWithheld } from '../rules/session-refused.js';
import { groupBy } from '../source/group-by.js';
import { positionAt } from '../source/positions.js';
import type { Inspection } from './inspect.js';
import { unwantedIn } from './suppressed-findings.js';

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
  const isUnwanted = unwantedIn(inspection);
  const withheld = inspection.analyses.flatMap(({ calls }) =>
    calls.flatMap((call) => call.withheldAt.filter((one) => !isUnwanted(sessionWithheld(call, one)))),
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
  return [...groupBy(left, ({ reason }) => reason)].map(([reason, ofReason]) => {
    const { title, instead } = reasonText(reason);
    const places = ofReason.map((one) => {
      const because = one.places.map(({ path, start }) => ({ path, line: lineOf(path, start) }));
      return { path: one.path, line: lineOf(one.path, one.start), because };
    });
    return { reason, title, instead, places };
  });
}
