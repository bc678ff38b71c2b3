import { missingSessionHeaders } from './session-headers.js';

/** The part of `NextRequest` that is read here. */
export interface ProxiedRequest {
  readonly headers: Headers;
  readonly url: string;
}

/** What Next calls in `proxy.ts` or `middleware.ts`. */
export type ProxyHandler = (request: ProxiedRequest, ...rest: unknown[]) => Promise<Response | undefined>;

/**
 * Fills the `x-signal-*` headers that a request lacks from the cookies of the client's `sessionCookie` option, for the
 * server code that the request goes on to. It is the whole proxy (`export { signalProxy as proxy }`), or goes around
 * another one (`signalProxy(handler)`), whose response stays as it is: a redirect, an answer and a rewrite to another
 * origin are passed through untouched. No cookie is ever set, so shared caches and static pages are not affected.
 *
 * For Next 13.5 and later, on Node and edge. It writes the headers that Next's own `NextResponse.next({ request })`
 * writes instead of importing it, so that it is plain web code.
 */
export function signalProxy(request: ProxiedRequest, ...rest: unknown[]): Promise<Response>;
export function signalProxy<A extends [ProxiedRequest, ...unknown[]], R>(
  handler: (...args: A) => R,
): (...args: A) => Promise<Awaited<R> | Response>;
/** For a handler with overloads of other uses, as login libraries have them. */
export function signalProxy(handler?: (...args: never[]) => unknown): ProxyHandler;
export function signalProxy(first?: unknown, ...rest: unknown[]): unknown {
  if (isRequest(first)) return proxy(undefined, [first, ...rest]);
  return (...args: [ProxiedRequest, ...unknown[]]) => proxy(first, args);
}

function isRequest(value: unknown): value is ProxiedRequest {
  return typeof value === 'object' && value !== null && 'headers' in value;
}

async function proxy(handler: unknown, args: [ProxiedRequest, ...unknown[]]): Promise<unknown> {
  const [request] = args;
  // Before the handler runs: what it changes on the request's headers does not go on unless it says so.
  const headers = new Headers(request.headers);
  const result: unknown = typeof handler === 'function' ? await handler(...args) : passOn();
  const missing = missingSessionHeaders(headers);
  if (missing.length === 0) return result;
  if (result === undefined || result === null) return withRequestHeaders(passOn(), headers, missing);
  return result instanceof Response && goesOn(result, request.url)
    ? withRequestHeaders(result, headers, missing)
    : result;
}

/** What `NextResponse.next()` gives. */
function passOn(): Response {
  return new Response(null, { headers: { 'x-middleware-next': '1' } });
}

/** Whether the request reaches code of this app; session ids are not for other origins. */
function goesOn({ headers }: Response, url: string): boolean {
  const rewrite = headers.get('x-middleware-rewrite');
  if (rewrite !== null) return new URL(rewrite, url).host === new URL(url).host;
  return headers.has('x-middleware-next');
}

const NAMES = 'x-middleware-override-headers';
const VALUE = 'x-middleware-request-';

/**
 * Next keeps exactly the request headers that are named, with these values; without names it keeps all. What the
 * response has of them already was decided by the handler and stays.
 */
function withRequestHeaders(
  response: Response,
  request: Headers,
  added: readonly (readonly [name: string, value: string])[],
): Response {
  const { headers } = response;
  const named = headers.get(NAMES) ?? '';
  const values = new Map(named ? added : [...request, ...added]);
  try {
    for (const [name, value] of values) if (!headers.has(VALUE + name)) headers.set(VALUE + name, value);
    headers.set(NAMES, [...new Set([...named.split(','), ...values.keys()])].filter(Boolean).join(','));
    return response;
  } catch {
    // The headers of a response that came from `fetch` cannot be changed.
    return withRequestHeaders(new Response(response.body, response), request, added);
  }
}
