import { gzip } from '../shared/gzip.js';
import { isRetryable, retryAfter } from '../shared/retry.js';
import { batchJson } from '../shared/wire.js';

export interface PostOptions {
  url: string;
  apiKey: string;
  projectId: string;
  timeout: number;
  compression: boolean;
  /** Looked up for each request, so that a later instrumentation of `fetch` is used. */
  fetch: () => typeof fetch;
}

/** What became of one attempt; `cause` is fit for a log. */
export type PostResult =
  | { kind: 'accepted' }
  | { kind: 'retry'; cause: string; after: number }
  | { kind: 'too-large'; cause: string }
  | { kind: 'rejected'; cause: string };

/** Sends one batch once. Never rejects; `stop` and the timeout end as `retry`. */
export async function postBatch(
  options: PostOptions,
  events: readonly string[],
  stop: AbortSignal,
): Promise<PostResult> {
  const abort = new AbortController();
  const end = () => abort.abort();
  stop.addEventListener('abort', end);
  const timer = setTimeout(end, options.timeout);
  try {
    const json = batchJson({ projectId: options.projectId }, events);
    const zipped = options.compression ? await gzip(json) : undefined;
    const headers: Record<string, string> = {
      'content-type': 'application/json',
      authorization: `Bearer ${options.apiKey}`,
    };
    if (zipped) headers['content-encoding'] = 'gzip';
    const init = {
      method: 'POST',
      headers,
      body: zipped ?? json,
      signal: abort.signal,
      // Followed, a 301 or 302 becomes a GET of some page, whose 200 says nothing about the events.
      redirect: 'manual' as const,
      // Next's patched fetch would otherwise file the request in its data cache, or make a static page dynamic.
      next: { internal: true },
    };
    const response = await options.fetch()(options.url, init);
    // An unread body keeps its connection busy in Node.
    await response.arrayBuffer();
    return resultOf(response, options.url);
  } catch (error) {
    const cause = abort.signal.aborted ? `no answer within ${options.timeout} ms` : describe(error);
    return { kind: 'retry', cause, after: 0 };
  } finally {
    clearTimeout(timer);
    stop.removeEventListener('abort', end);
  }
}

function resultOf(response: Response, url: string): PostResult {
  if (response.ok) return { kind: 'accepted' };
  const cause = `status ${response.status}${redirection(response, url)}`;
  if (isRetryable(response.status)) {
    return { kind: 'retry', cause, after: retryAfter(response.headers.get('retry-after')) };
  }
  return { kind: response.status === 413 ? 'too-large' : 'rejected', cause };
}

/** Where a redirect leads, without the query, which can hold secrets. */
function redirection(response: Response, url: string): string {
  const location = response.headers.get('location');
  if (response.status < 300 || response.status > 399 || !location) return '';
  try {
    const { origin, pathname } = new URL(location, url);
    return ` (redirect to ${origin}${pathname})`;
  } catch {
    return ' (redirect)';
  }
}

/** Node hides the reason of a failed fetch in `cause.code`. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'an unknown error';
  const { cause } = error;
  const code =
    typeof cause === 'object' && cause !== null && 'code' in cause ? ` (${String(cause.code)})` : '';
  return `${error.message}${code}`;
}

/** `globalThis.fetch`, or the one below Next's patch (13.5: on globalThis, later: on the function). */
export function plainFetch(): typeof fetch {
  const own: unknown = Reflect.get(globalThis.fetch, '_nextOriginalFetch');
  const shared: unknown = Reflect.get(globalThis, '_nextOriginalFetch');
  return isFetch(own) ? own : isFetch(shared) ? shared : globalThis.fetch;
}

function isFetch(value: unknown): value is typeof fetch {
  return typeof value === 'function';
}
