import type { BrokenSuppression } from '../analysis/suppressions.js';
import type { Finding } from './finding.js';

/** A suppression comment that does not say why, or that cannot be read; it suppresses nothing. */
export function unreasonedSuppression(
  path: string,
  { start, end, problem, form }: BrokenSuppression,
): Finding {
  const shared = {
    rule: 'unreasoned-suppression',
    severity: 'warning',
    path,
    start,
    end,
    labels: [],
    fixedBy: undefined,
    help: `Write \`// signal-next-ignore-${form} [rule]: <reason>\`.`,
  } as const;
  switch (problem) {
    case 'no-reason':
      return {
        ...shared,
        message: 'This suppression gives no reason, so it is not honoured.',
        labelText: 'the reason is missing',
      };
    case 'unreadable':
      return {
        ...shared,
        message: 'This looks like a suppression and cannot be read as one, so it is not honoured.',
        labelText:
          'neither `ignore-next-line` nor `ignore-file`, with at most one rule, a colon and a reason',
      };
  }
}
