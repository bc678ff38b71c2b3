import type { SignalCall } from '../analysis/model.js';
import { reasonText } from '../analysis/reasons.js';
import type { Finding } from './finding.js';

/** A Signal call that is left to the person, with the reason. */
export function sessionRefused(call: SignalCall): Finding | undefined {
  if (call.verdict.kind !== 'refused') return undefined;
  const { title, why, instead } = reasonText(call.verdict.reason);
  return {
    rule: 'session-refused',
    severity: 'warning',
    path: call.path,
    ...call.callee,
    message: `${call.method}() does not forward the session and is left as it is. ${why}`,
    labelText: title,
    labels: call.verdict.places.map((place) => ({ ...place, text: 'this stands in the way' })),
    fixedBy: undefined,
    help: instead,
  };
}
