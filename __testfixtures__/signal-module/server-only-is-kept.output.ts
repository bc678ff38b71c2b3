import 'server-only';
import { createSignalServer } from 'signal-next/server';

export const signal = createSignalServer({ apiKey: '' });

/** The browser session that a request belongs to. An id is undefined when the request does not carry it. */
export interface SessionInfo {
  sessionId?: string | undefined;
  windowId?: string | undefined;
  distinctId?: string | undefined;
}

interface HeaderGetter {
  get(name: string): string | null | undefined;
}

interface HeaderRecord {
  readonly [name: string]: string | readonly string[] | undefined;
}

interface HeaderOwner {
  readonly headers: HeaderGetter | HeaderRecord;
}

/** Shapes instead of Next's own types, so that one function serves both routers, Node and edge. */
type SessionSource = HeaderGetter | HeaderRecord | HeaderOwner | { readonly req?: HeaderOwner | undefined };

/**
 * Reads the session from a `Request` or `NextRequest`, the `req` of an API route, a `getServerSideProps` context,
 * or headers: `await headers()`, a `Headers` object or a plain one.
 */
export function getSessionInfo(source: SessionSource | null | undefined): SessionInfo {
  const headers = findHeaders(source);
  return {
    sessionId: readId(headers, 'x-signal-session-id'),
    windowId: readId(headers, 'x-signal-window-id'),
    distinctId: readId(headers, 'x-signal-distinct-id'),
  };
}

function findHeaders(source: unknown): object {
  if (!isObject(source)) return {};
  if (isHeaderGetter(source)) return source;
  const owner = 'req' in source && isObject(source.req) ? source.req : source;
  return 'headers' in owner && isObject(owner.headers) ? owner.headers : owner;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isHeaderGetter(headers: object): headers is HeaderGetter {
  return 'get' in headers && typeof headers.get === 'function';
}

/** The first value of a header, decoded. Empty, overlong and unprintable values count as absent. */
function readId(headers: object, name: string): string | undefined {
  const value: unknown = isHeaderGetter(headers)
    ? headers.get(name)
    : Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first !== 'string') return undefined;
  const id = decode(first.split(',')[0] ?? '').trim();
  return id === '' || id.length > 200 || /[^ -~\u00a0-\uffff]/.test(id) ? undefined : id;
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
