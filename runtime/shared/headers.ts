/** The request headers that carry a browser session; the names are part of the Signal contract. */
export const SESSION_HEADERS = {
  sessionId: 'x-signal-session-id',
  windowId: 'x-signal-window-id',
  distinctId: 'x-signal-distinct-id',
} as const;
