import type { SignalCall } from '../analysis/model.js';
import type { Finding } from './finding.js';
import { describeScope } from './session-not-forwarded.js';

/** The calls of helpers at which the session is lost on its way to a Signal call, each where it could be passed. */
export function sessionLost(call: SignalCall): Finding[] {
  return call.lostAt.map(({ path, start, end, helper, scope, through }) => {
    const where = scope ? ` in ${describeScope(scope)}` : '';
    return {
      rule: 'session-lost',
      severity: 'error',
      path,
      start,
      end,
      message: `${helper}()${where} is not given the session, so the event that it sends is missing from the browser's session and replay.`,
      labelText: 'the session is lost here',
      labels: [{ path: call.path, ...call.callee, text: `${call.method}() is reached without it` }],
      dependsOn: through,
      fixedBy: 'migrate',
      help: undefined,
    };
  });
}
