import type { Finding, Span } from './finding.js';

/** An entry of the baseline whose finding is gone. `at` is where it stands in the baseline file. */
export function staleBaselineEntry(baseline: string, { path, rule, in: functions, at }: StaleEntry): Finding {
  const where = functions === '' ? path : `${path}, in ${functions}`;
  return {
    rule: 'stale-baseline-entry',
    severity: 'warning',
    path: baseline,
    start: at?.start ?? 0,
    end: at?.end ?? 0,
    message: `The baseline still lists ${rule} for ${where}, which is not found any more.`,
    labelText: 'nothing is found that this stands for',
    labels: [],
    fixedBy: undefined,
    help: 'Run `npx signal-next check --update-baseline`, which removes it, and commit the file.',
  };
}

interface StaleEntry {
  readonly path: string;
  readonly rule: string;
  readonly in: string;
  readonly at: Span | undefined;
}
