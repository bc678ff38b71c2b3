import type { SignalCall, Verdict } from '../analysis/model.js';
import { reasonText } from '../analysis/reasons.js';
import type { Ledger, Refusal } from '../report/ledger.js';
import type { Finding } from '../rules/finding.js';
import { providerFinding, providerMissing } from '../rules/provider.js';
import { sessionNotForwarded } from '../rules/session-not-forwarded.js';
import { sessionRefused } from '../rules/session-refused.js';
import { signalModuleFinding } from '../rules/signal-module.js';
import { syncHeaders } from '../rules/sync-headers.js';
import { unreasonedSuppression } from '../rules/unreasoned-suppression.js';
import { positionAt } from '../source/positions.js';
import type { Inspection } from './inspect.js';
import { planProvider } from './plan-init.js';

/** Everything `check` has to say, in the order of the files; what a command fixes comes before advice. */
export function findingsOf(inspection: Inspection): Finding[] {
  const { analyses, providers, signalModule } = inspection;
  const findings = [
    signalModuleFinding(signalModule),
    ...(providers.length === 0 ? missingProvider(inspection) : providers.map(providerFinding)),
    ...analyses.flatMap((analysis) => [
      ...analysis.syncHeaders.map((call) => syncHeaders(analysis.file.path, call)),
      ...analysis.calls.map(sessionNotForwarded),
      ...analysis.calls.map(sessionRefused),
      ...analysis.unreasonedSuppressions.map((span) => unreasonedSuppression(analysis.file.path, span)),
    ]),
  ].filter((finding) => finding !== undefined);
  return findings.sort(
    (a, b) => rankOf(a) - rankOf(b) || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) || a.start - b.start,
  );
}

function rankOf({ severity, rule }: Finding): number {
  if (severity !== 'error') return 2;
  return rule.startsWith('signal-module') || rule.startsWith('provider') ? 0 : 1;
}

/** `init` mounts a provider where it can; where it cannot, the finding is advice. */
function missingProvider(inspection: Inspection): Finding[] {
  const plan = planProvider(inspection, { value: { kind: 'all' }, force: false });
  const mounted = plan.changes.find(
    ({ kind, summary }) => kind === 'edit' || summary === 'mount the provider',
  );
  const [refusal] = plan.refusals;
  const finding = providerMissing(
    mounted?.path ?? refusal?.path ?? inspection.project.routers.app ?? 'pages',
  );
  if (plan.changes.length > 0) return [finding];
  const help = refusal && `${refusal.why} ${refusal.instead}`;
  return [{ ...finding, severity: 'warning', fixedBy: undefined, help }];
}

/** Counts the verdicts; `written` are the files in which what was fixable has been fixed. */
export function ledgerOf(inspection: Inspection, written: ReadonlySet<string> = new Set()): Ledger {
  const calls = inspection.analyses.flatMap((analysis) => analysis.calls);
  const count = (kind: Verdict['kind'], where: (call: SignalCall) => boolean = () => true): number =>
    calls.filter((call) => call.verdict.kind === kind && where(call)).length;
  return {
    calls: calls.length,
    forwarded: count('forwarded'),
    fixable: count('fixable', ({ path }) => !written.has(path)),
    fixed: count('fixable', ({ path }) => written.has(path)),
    refused: count('refused'),
    suppressed: count('suppressed'),
  };
}

/** The refused calls by reason, with every place. */
export function refusalsOf({ analyses }: Inspection): Refusal[] {
  const byReason = new Map<
    string,
    { title: string; instead: string; places: { path: string; line: number }[] }
  >();
  for (const { calls, file } of analyses) {
    for (const { verdict, path, callee } of calls) {
      if (verdict.kind !== 'refused') continue;
      const { title, instead } = reasonText(verdict.reason);
      const entry = byReason.get(verdict.reason) ?? { title, instead, places: [] };
      entry.places.push({ path, line: positionAt(file.text, callee.start).line });
      byReason.set(verdict.reason, entry);
    }
  }
  return [...byReason].map(([reason, rest]) => ({ reason, ...rest }));
}
