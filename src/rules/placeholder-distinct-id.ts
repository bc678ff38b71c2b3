import { isMachineCaller } from '../analysis/machine-callers.js';
import { type SignalCall, withoutSuppression } from '../analysis/model.js';
import type { PlaceholderId } from '../analysis/placeholder-ids.js';
import type { Finding } from './finding.js';

/**
 * A Signal call of a visitor's request whose distinct id is, or falls back to, a constant. Where no visitor's request
 * makes the call, a constant names the service that does, and is right.
 */
export function placeholderDistinctId(call: SignalCall): Finding | undefined {
  const { placeholder, path, method } = call;
  return placeholder && isVisitors(call) ? findingAt(path, method, placeholder) : undefined;
}

/** The calls of helpers that give one for a constant to the Signal call, each where it is given. */
export function placeholdersGiven(call: SignalCall): Finding[] {
  const signalCall = { path: call.path, ...call.callee, text: `${call.method}() names the person by it` };
  return call.givenPlaceholders.map((given) => {
    const finding = findingAt(given.path, given.helper, given);
    return { ...finding, labels: [...finding.labels, signalCall], dependsOn: given.through };
  });
}

function findingAt(path: string, callee: string, placeholder: PlaceholderId): Finding {
  const { value, span, definition, given } = placeholder;
  const text = `'${value}'`;
  return {
    rule: 'placeholder-distinct-id',
    severity: 'warning',
    path,
    ...span,
    message:
      given === 'always'
        ? `${callee}() gives every visitor the distinct id ${text}, so all of them become one person.`
        : `${callee}() falls back to the distinct id ${text}, so all visitors without an id become one person.`,
    labelText: 'one person for many visitors',
    labels: definition ? [{ path, ...definition, text: 'the placeholder is written here' }] : [],
    fixedBy: undefined,
    help: "Take an id of this visitor's own (the header's distinct id, the user's, one that the app keeps in a cookie) and leave the event out where there is none. An event that must be counted can have `crypto.randomUUID()`, which is a person of its own.",
  };
}

/** Whether a visitor's request makes the call: in a request scope, or in a helper that one hands the session to. */
function isVisitors({ scope, verdict: given }: SignalCall): boolean {
  const verdict = withoutSuppression(given);
  switch (verdict.kind) {
    case 'refused':
      return scope !== undefined && !isMachineCaller(verdict.reason);
    case 'forwarded':
    case 'fixable':
      return true;
  }
}
