/**
 * The cookies that carry a session where headers cannot. Two, because they end at different times: the session's with
 * the session (the browser sees to that, so no clocks are compared), the person's after a year.
 */
export const SESSION_COOKIES = {
  /** `<session id>.<window id>`, each percent-encoded. */
  session: 'signal_session',
  /** The distinct id, percent-encoded. */
  person: 'signal_person',
} as const;
