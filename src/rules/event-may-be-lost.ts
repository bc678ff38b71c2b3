import type { SignalCall } from '../analysis/model.js';
import type { Finding } from './finding.js';
import { describeScope } from './session-not-forwarded.js';

/** A Signal call whose event is still queued when its function ends, by `unawaitedCalls`. */
export function eventMayBeLost({ path, callee, method, scope }: SignalCall): Finding {
  const where = scope ? ` in ${describeScope(scope)}` : '';
  return {
    rule: 'event-may-be-lost',
    severity: 'warning',
    path,
    ...callee,
    message: `${method}()${where} only queues its event, so a platform that stops the function after its answer loses it.`,
    labelText: 'queued here, and nothing waits until it is sent',
    labels: [],
    fixedBy: undefined,
    help: 'End the function with `await signal.flush()`, or let the answer go first with `after(() => signal.flush())` (Next.js 15) or `waitUntil(signal.flush())`.',
  };
}
