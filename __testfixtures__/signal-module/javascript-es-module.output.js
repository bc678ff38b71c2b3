import { createSignalServer } from 'signal-next/server';

export const signal = createSignalServer({ apiKey: process.env.SIGNAL_API_KEY });

/**
 * Reads the session from a `Request` or `NextRequest`, the `req` of an API route, a `getServerSideProps` context,
 * or headers: `await headers()`, a `Headers` object or a plain one.
 */
export function getSessionInfo(source) {
  const headers = findHeaders(source);
  return {
    sessionId: readId(headers, 'x-signal-session-id'),
    windowId: readId(headers, 'x-signal-window-id'),
    distinctId: readId(headers, 'x-signal-distinct-id'),
  };
}

function findHeaders(source) {
  if (!isObject(source)) return {};
  if (isHeaderGetter(source)) return source;
  const owner = 'req' in source && isObject(source.req) ? source.req : source;
  return 'headers' in owner && isObject(owner.headers) ? owner.headers : owner;
}

function isObject(value) {
  return typeof value === 'object' && value !== null;
}

function isHeaderGetter(headers) {
  return 'get' in headers && typeof headers.get === 'function';
}

/** The first value of a header, decoded. Empty, overlong and unprintable values count as absent. */
function readId(headers, name) {
  const value = isHeaderGetter(headers)
    ? headers.get(name)
    : Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  const first = Array.isArray(value) ? value[0] : value;
  if (typeof first !== 'string') return undefined;
  const id = decode(first.split(',')[0] ?? '').trim();
  return id === '' || id.length > 200 || /[^ -~\u00a0-\uffff]/.test(id) ? undefined : id;
}

function decode(value) {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
