/** The request headers that carry a browser session; the names are part of the Signal contract. */
export const SESSION_HEADERS = {
  sessionId: 'x-signal-session-id',
  windowId: 'x-signal-window-id',
  distinctId: 'x-signal-distinct-id',
} as const;

/**
 * An id as the value of a header. Most are sent as they are, so that a reader that does not decode has them right. What a
 * header cannot hold or readers would change is percent-encoded: other than printable ASCII, spaces at the ends, `%`, and
 * the comma, which separates repeated values.
 */
export function headerValue(id: string): string {
  return /^[!-~](?:[ -~]*[!-~])?$/.test(id) && !/[%,]/.test(id) ? id : encodeURIComponent(id);
}
