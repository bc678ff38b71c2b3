/** Free-form data of an event; must survive `JSON.stringify`. */
export type Properties = Record<string, unknown>;

/** The kinds of event a receiver has to know; see docs/wire-format.md. */
export type WireEventType =
  | 'event'
  | '$identify'
  | '$set'
  | '$set_once'
  | '$create_alias'
  | '$groupidentify'
  | '$group_assign';

/** One event as it is sent. Fields that do not apply to its type are absent. */
export interface WireEvent {
  /** Unique per event and equal in every retry, so that a receiver can count it once. */
  id: string;
  type: WireEventType;
  /** ISO 8601, the moment of the call. */
  timestamp: string;
  distinctId?: string | undefined;
  sessionId?: string | undefined;
  windowId?: string | undefined;
  /** The name, for type `event` only. */
  event?: string;
  /** Another id of the same person: for `$create_alias`, and the anonymous id before a browser's `$identify`. */
  alias?: string | undefined;
  groupType?: string;
  groupKey?: string;
  /** Group type to group key, for type `event` only. */
  groups?: Record<string, string> | undefined;
  properties: Properties;
}

/** The API's address and the default of the `endpoint` option. */
export const DEFAULT_ENDPOINT = 'https://api.trysignal.ai/';

/**
 * `{endpoint}/v1/events`, with or without a slash at the end of the endpoint; undefined when that is no http(s) URL.
 * With a base (in a browser) the endpoint may be a path.
 */
export function eventsUrl(endpoint: string, base?: string): string | undefined {
  try {
    const url = new URL(endpoint, base);
    return /^https?:$/.test(url.protocol) ? `${url.href.replace(/\/+$/, '')}/v1/events` : undefined;
  } catch {
    return undefined;
  }
}

/** The JSON of one batch, built from events that are JSON already. `sentAt` lets a receiver correct a wrong clock. */
export function batchJson(head: { projectId: string; apiKey?: string }, events: readonly string[]): string {
  const start = JSON.stringify({ ...head, sentAt: new Date().toISOString() });
  return `${start.slice(0, -1)},"batch":[${events.join(',')}]}`;
}
