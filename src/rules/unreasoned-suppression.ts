import type { Finding, Span } from './finding.js';

/** A suppression comment that does not say why; it suppresses nothing. */
export function unreasonedSuppression(path: string, { start, end }: Span): Finding {
  return {
    rule: 'unreasoned-suppression',
    severity: 'warning',
    path,
    start,
    end,
    message: 'This suppression gives no reason, so it is not honoured.',
    labelText: 'the reason is missing',
    labels: [],
    fixedBy: undefined,
    help: 'Write `// signal-next-ignore-next-line: <reason>`.',
  };
}
