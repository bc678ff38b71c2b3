import { getSessionInfo } from '../server/session-info.js';
import { SESSION_COOKIES } from '../shared/cookies.js';
import { headerValue, SESSION_HEADERS } from '../shared/headers.js';
import { sessionId } from '../shared/session-id.js';

/**
 * The session headers that a request lacks and its cookies can give, encoded as the browser would have sent them.
 * What is not a usable id counts as absent on both sides: anybody can send headers and cookies.
 */
export function missingSessionHeaders(headers: Headers): [name: string, value: string][] {
  const sent = getSessionInfo(headers);
  const kept = readCookies(headers.get('cookie') ?? '');
  const missing: [string, string][] = [];
  for (const id of ['sessionId', 'windowId', 'distinctId'] as const) {
    const value = kept[id];
    if (sent[id] === undefined && value !== undefined) {
      missing.push([SESSION_HEADERS[id], headerValue(value)]);
    }
  }
  return missing;
}

function readCookies(header: string): Partial<Record<keyof typeof SESSION_HEADERS, string | undefined>> {
  const [session = '', windowId = ''] = (cookie(header, SESSION_COOKIES.session) ?? '').split('.');
  return {
    sessionId: sessionId(session),
    windowId: sessionId(windowId),
    distinctId: sessionId(cookie(header, SESSION_COOKIES.person) ?? ''),
  };
}

/** The value as it was sent. Of two cookies of one name browsers send that of the longer path first. */
function cookie(header: string, name: string): string | undefined {
  const pair = header.split(/;\s*/).find((one) => one.startsWith(`${name}=`));
  return pair?.slice(name.length + 1).replace(/^"(.*)"$/, '$1');
}
