import { type SignalCall, withoutSuppression } from '../analysis/model.js';
import { reasonText } from '../analysis/reasons.js';
import type { Finding } from './finding.js';

/** A Signal call that is left to the person, with the reason. */
export function sessionRefused(call: SignalCall): Finding | undefined {
  const verdict = withoutSuppression(call.verdict);
  if (verdict.kind !== 'refused') return undefined;
  const { title, why, instead } = reasonText(verdict.reason);
  return {
    rule: 'session-refused',
    severity: 'warning',
    path: call.path,
    ...call.callee,
    message: `${call.method}() does not forward the session and is left as it is. ${why}`,
    labelText: title,
    labels: verdict.places.map((place) => ({ ...place, text: 'this stands in the way' })),
    fixedBy: undefined,
    help: instead,
  };
}
