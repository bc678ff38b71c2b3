import { SESSION_HEADERS } from '../shared/headers.js';
import { sessionId } from '../shared/session-id.js';

/** The browser session behind a request. An id is undefined when the request does not carry it. */
export interface SessionInfo {
  sessionId?: string | undefined;
  windowId?: string | undefined;
  distinctId?: string | undefined;
}

/** `Headers`, and what `await headers()` gives. */
export interface HeaderGetter {
  get(name: string): string | null | undefined;
}

/** Node's `req.headers`, and the headers that `onRequestError` is given. */
export interface HeaderRecord {
  readonly [name: string]: string | readonly string[] | undefined;
}

export interface HeaderOwner {
  readonly headers: HeaderGetter | HeaderRecord;
}

/**
 * Everything a session can be read from. Shapes instead of Next's own types, so that one function serves both
 * routers, Node and edge; a promise has none of these shapes, so a forgotten `await headers()` does not compile.
 */
export type HeaderSource =
  | HeaderGetter
  | HeaderRecord
  | HeaderOwner
  | { readonly req?: HeaderOwner | undefined };

/**
 * Reads the browser's session from a request: a `Request` or `NextRequest`, the `req` of an API route, a
 * `getServerSideProps` context, `await headers()`, a `Headers` object or a plain one. Never throws.
 *
 * Of repeated values the first counts; values are percent-decoded; empty, overlong and unprintable ones count as
 * absent, because anybody can send these headers. `init` generates the same function into `lib/signal-server`.
 */
export function getSessionInfo(source: HeaderSource | null | undefined): SessionInfo {
  const headers = findHeaders(source);
  return {
    sessionId: readId(headers, SESSION_HEADERS.sessionId),
    windowId: readId(headers, SESSION_HEADERS.windowId),
    distinctId: readId(headers, SESSION_HEADERS.distinctId),
  };
}

function findHeaders(source: unknown): object {
  if (!isObject(source)) return {};
  if (isHeaderGetter(source)) return source;
  const owner = 'req' in source ? source.req : source;
  if (!isObject(owner)) return {};
  const headers = 'headers' in owner ? owner.headers : owner;
  return isObject(headers) ? headers : {};
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isHeaderGetter(headers: object): headers is HeaderGetter {
  return 'get' in headers && typeof headers.get === 'function';
}

function readId(headers: object, name: string): string | undefined {
  const value: unknown = isHeaderGetter(headers)
    ? headers.get(name)
    : Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? sessionId(first.split(',')[0] ?? '') : undefined;
}
