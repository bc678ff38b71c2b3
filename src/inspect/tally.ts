import type { SignalCall, Verdict } from '../analysis/model.js';
import { reasonText } from '../analysis/reasons.js';
import type { Ledger, Refusal } from '../report/ledger.js';
import { positionAt } from '../source/positions.js';
import type { Inspection } from './inspect.js';

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
  const byReason = new Map<string, { title: string; instead: string; places: Refusal['places'][number][] }>();
  for (const { calls, file } of analyses) {
    for (const { verdict, path, callee } of calls) {
      if (verdict.kind !== 'refused') continue;
      const { title, instead } = reasonText(verdict.reason);
      const entry = byReason.get(verdict.reason) ?? { title, instead, places: [] };
      const because = verdict.places.map((place) => ({
        path: place.path,
        line: positionAt(host.text(place.path) ?? '', place.start).line,
      }));
      entry.places.push({ path, line: positionAt(file.text, callee.start).line, because });
      byReason.set(verdict.reason, entry);
    }
  }
  return [...byReason].map(([reason, rest]) => ({ reason, ...rest }));
}
