import { type Place, type SignalCall, type WithheldSession, withoutSuppression } from '../analysis/model.js';
import { reasonText } from '../analysis/reasons.js';
import type { Finding } from './finding.js';
import { describeScope } from './session-not-forwarded.js';

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
    labels: verdict.places.map(inTheWay),
    fixedBy: undefined,
    help: instead,
  };
}

/** A call of a helper that no session comes through, though it does through others: left to the person, too. */
export function sessionWithheld(call: SignalCall, withheld: WithheldSession): Finding {
  const { path, start, end, helper, scope, through, reason, places } = withheld;
  const { title, why, instead } = reasonText(reason);
  const where = scope ? ` in ${describeScope(scope)}` : '';
  const signalCall = { path: call.path, ...call.callee, text: `${call.method}() is reached without it` };
  return {
    rule: 'session-refused',
    severity: 'warning',
    path,
    start,
    end,
    message: `${helper}()${where} is not given the session and is left as it is. ${why}`,
    labelText: title,
    labels: [signalCall, ...places.map(inTheWay)],
    dependsOn: through,
    fixedBy: undefined,
    help: instead,
  };
}

function inTheWay(place: Place): Place & { readonly text: string } {
  return { ...place, text: 'this stands in the way' };
}
