import type { UnawaitedCall } from '../analysis/event-delivery.js';
import type { Finding } from './finding.js';
import { describeScope } from './session-not-forwarded.js';

/** A Signal call whose event is still queued when its function, or the one that calls it, ends. */
export function eventMayBeLost({ call, scope }: UnawaitedCall): Finding {
  const { path, callee, method } = call;
  const where = describeScope(scope);
  const isOwn = call.path === scope.path && call.scope?.span.start === scope.span.start;
  return {
    rule: 'event-may-be-lost',
    severity: 'warning',
    path,
    ...callee,
    message: isOwn
      ? `${method}() in ${where} only queues its event, so a platform that stops the function after its answer loses it.`
      : `${method}() only queues its event for ${where}, so a platform that stops that function after its answer loses it.`,
    labelText: 'queued here, and nothing waits until it is sent',
    labels: isOwn
      ? []
      : [{ path: scope.path, ...scope.span, text: 'this function runs it and waits for nothing' }],
    fixedBy: undefined,
    help: 'End the function with `await signal.flush()`, or let the answer go first with `after(() => signal.flush())` (Next.js 15) or `waitUntil(signal.flush())`.',
  };
}
