import { createSignalServer } from 'signal-next/server';

export const signal = createSignalServer({ apiKey: process.env.SIGNAL_API_KEY });

/**
 * Reads the session from a `Request` or `NextRequest`, the `req` of an API
 * route, a `getServerSideProps` context, or headers: `await headers()`, a
 * `Headers` object or a plain one.
 * @param {unknown} source
 */
export function getSessionInfo(source) {
  const headers = findHeaders(source);
  return {
    sessionId: readId(headers, 'x-signal-session-id'),
    windowId: readId(headers, 'x-signal-window-id'),
    distinctId: readId(headers, 'x-signal-distinct-id'),
  };
}

/**
 * @param {unknown} source
 * @returns {object}
 */
function findHeaders(source) {
  if (!isObject(source)) return {};
  if (isHeaderGetter(source)) return source;
  const owner = 'req' in source ? source.req : source;
  if (!isObject(owner)) return {};
  const headers = 'headers' in owner ? owner.headers : owner;
  return isObject(headers) ? headers : {};
}

/**
 * @param {unknown} value
 * @returns {value is object}
 */
function isObject(value) {
  return typeof value === 'object' && value !== null;
}

/**
 * @param {object} headers
 * @returns {headers is { get(name: string): unknown }}
 */
function isHeaderGetter(headers) {
  return 'get' in headers && typeof headers.get === 'function';
}

/**
 * A header's first value, unless it is empty, overlong or unprintable.
 * @param {object} headers
 * @param {string} name
 */
function readId(headers, name) {
  /** @type {unknown} */
  const value = isHeaderGetter(headers)
    ? headers.get(name)
    : Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  /** @type {unknown} */
  const first = Array.isArray(value) ? value[0] : value;
  if (typeof first !== 'string') return undefined;
  const id = decode(first.split(',')[0] ?? '').trim();
  return /^[ -~\u00a0-\uffff]{1,200}$/.test(id) ? id : undefined;
}

/** @param {string} value */
function decode(value) {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
