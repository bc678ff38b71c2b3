import type { ClosedList } from '../analysis/cross-origin.js';
import type { Finding } from './finding.js';

/** A list of allowed headers that turns away the requests whose session a Signal call is to have. */
export function corsHeadersNotAllowed({ path, list, missing, call }: ClosedList): Finding {
  const names = new Intl.ListFormat('en-GB').format(missing);
  return {
    rule: 'cors-headers-not-allowed',
    severity: 'warning',
    path,
    ...list.span,
    message: `The headers that pages of other origins may send leave out ${names}, so the preflight fails, and the request with it, as soon as such a page sends its session.`,
    labelText: 'the session headers are missing here',
    labels: [
      { path: call.path, ...call.callee, text: `${call.method}() is to have the session of such a request` },
    ],
    fixedBy: undefined,
    help: `Add ${missing.join(', ')} to the list, before the host of this app is named in the addTracingHeaders of that page.`,
  };
}
