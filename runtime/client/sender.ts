import { gzip } from '../shared/gzip.js';
import type { Log } from '../shared/log.js';
import { backoff, isRetryable, retryAfter } from '../shared/retry.js';
import { batchJson } from '../shared/wire.js';
import type { Browser } from './browser.js';

/** Browsers allow 64 KiB in all requests that outlive their page. */
const OUTLIVES_PAGE = 60_000;
const MOST_WAITING = 1_000;

export interface SenderOptions {
  url: string;
  apiKey: string;
  projectId: string;
  flushInterval: number;
  maxBatchSize: number;
  compression: boolean;
  log: Log;
}

export interface Sender {
  add(event: string): void;
  /** Sends what is waiting; resolves after that attempt. */
  flush(): Promise<void>;
  /** Sends what is waiting in requests that outlive the page; synchronous. */
  flushOnHide(): void;
}

/**
 * Batches events of the page. The key is in the body, and a plain body is `text/plain`, so that no request needs a CORS
 * preflight. A batch stays in the queue until it is accepted or refused; receivers know repeats by the events' ids.
 */
export function createSender(browser: Browser, options: SenderOptions): Sender {
  const { apiKey, projectId, log } = options;
  let queue: string[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: Promise<void> | undefined;
  let failures = 0;
  /** Events in a request that outlives the page. */
  let carried: ReadonlySet<string> = new Set();

  function add(event: string): void {
    queue.push(event);
    if (queue.length > MOST_WAITING) {
      queue.shift();
      log.warnOnce(`More than ${MOST_WAITING} events wait to be sent, so the oldest are dropped.`);
    }
    if (failures === 0 && queue.length >= options.maxBatchSize) void flush();
    else schedule(options.flushInterval);
  }

  function schedule(ms: number): void {
    timer ??= setTimeout(() => void flush(), ms);
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    sending ??= sendNext().finally(() => {
      sending = undefined;
    });
    return sending;
  }

  async function sendNext(): Promise<void> {
    while (queue.length > 0) {
      const batch = queue.slice(0, options.maxBatchSize);
      const wait = await attempt(batch);
      if (wait !== undefined) {
        failures += 1;
        clearTimeout(timer);
        timer = undefined;
        schedule(wait || backoff(failures + 3));
        return;
      }
      failures = 0;
      const settled = new Set(batch);
      queue = queue.filter((event) => !settled.has(event));
    }
  }

  /** Undefined when the batch is settled, else the wait that the receiver asks for, or 0. */
  async function attempt(batch: readonly string[]): Promise<number | undefined> {
    try {
      const json = batchJson({ apiKey, projectId }, batch);
      const zipped = options.compression ? await gzip(json) : undefined;
      const body = zipped ?? json;
      const size = zipped ? zipped.byteLength : json.length;
      // After a failure without it: browsers refuse when other requests have used up their common limit.
      const keepalive = failures === 0 && size < OUTLIVES_PAGE;
      // The page was hidden while this was compressed, and has sent it.
      if (batch.some((event) => !queue.includes(event))) return undefined;
      if (keepalive) carried = new Set(batch);
      const address = zipped ? `${options.url}?encoding=gzip` : options.url;
      const response = await browser.fetch(address, { method: 'POST', body, keepalive, credentials: 'omit' });
      if (isRetryable(response.status)) return retryAfter(response.headers.get('retry-after'));
      if (response.ok) log.debug(`Sent ${batch.length} events.`);
      else log.warn(`${batch.length} events were refused with status ${response.status} and are dropped.`);
      return undefined;
    } catch {
      log.debug(`Sending ${batch.length} events failed; they are tried again.`);
      return 0;
    } finally {
      carried = new Set();
    }
  }

  function flushOnHide(): void {
    clearTimeout(timer);
    timer = undefined;
    const waiting = queue.filter((event) => !carried.has(event));
    queue = queue.filter((event) => carried.has(event));
    let batch: string[] = [];
    let size = 0;
    for (const event of waiting) {
      if (batch.length > 0 && size + event.length > OUTLIVES_PAGE / 2) {
        leave(batch);
        batch = [];
        size = 0;
      }
      batch.push(event);
      size += event.length;
    }
    if (batch.length > 0) leave(batch);
  }

  /** A page that only went to the background gets back what could not be handed over. */
  function leave(batch: string[]): void {
    const json = batchJson({ apiKey, projectId }, batch);
    const keep = () => {
      queue.push(...batch);
      schedule(options.flushInterval);
    };
    try {
      if (browser.navigator.sendBeacon?.(options.url, json)) return;
      const init: RequestInit = { method: 'POST', body: json, keepalive: true, credentials: 'omit' };
      browser.fetch(options.url, init).catch(keep);
    } catch {
      keep();
    }
  }

  return { add, flush, flushOnHide };
}
