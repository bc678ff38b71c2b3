import { gzip } from '../shared/gzip.js';
import type { Log } from '../shared/log.js';
import { backoff, isRetryable, retryAfter } from '../shared/retry.js';
import { batchJson } from '../shared/wire.js';
import type { Browser } from './browser.js';

/** Browsers allow 64 KiB in all requests that outlive their page; the events leave something for what is around them. */
const MOST_IN_FLIGHT = 65_000;
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
  /** Sends what is waiting in requests that outlive the page; synchronous. A page that is only hidden reads the answers. */
  flushOnHide(isLeft: boolean): void;
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
  /** What `flush` sends now. */
  let batch: readonly string[] = [];
  /** Events in requests that outlive the page. */
  const carried = new Set<string>();
  /** Bytes in such requests, and in beacons, of whose end the page is not told. */
  let inFlight = 0;
  let beaconed = 0;

  function add(event: string): void {
    queue.push(event);
    if (queue.length > MOST_WAITING) {
      queue.splice(
        queue.findIndex((waiting) => !batch.includes(waiting)),
        1,
      );
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
    beaconed = 0;
    sending ??= sendNext().finally(() => {
      sending = undefined;
      batch = [];
    });
    return sending;
  }

  async function sendNext(): Promise<void> {
    for (;;) {
      batch = queue.filter((event) => !carried.has(event)).slice(0, options.maxBatchSize);
      if (batch.length === 0 || !(await attempt())) return;
    }
  }

  /** False when the next attempt has to wait. */
  async function attempt(): Promise<boolean> {
    const json = batchJson({ apiKey, projectId }, batch);
    const zipped = options.compression ? await gzip(json).catch(() => undefined) : undefined;
    // The page was hidden while this was compressed, and has sent it.
    if (batch.some((event) => carried.has(event) || !queue.includes(event))) return true;
    return post(batch, zipped ?? json, failures === 0);
  }

  /** Whether the events are settled; else they are tried again later. */
  async function post(
    events: readonly string[],
    body: string | ArrayBuffer,
    mayOutlive: boolean,
  ): Promise<boolean> {
    const isText = typeof body === 'string';
    const address = isText ? options.url : `${options.url}?encoding=gzip`;
    const size = isText ? bytes(body) : body.byteLength;
    // After a failure without it: browsers refuse when other requests have used up their common limit.
    const keepalive = mayOutlive && inFlight + size < MOST_IN_FLIGHT;
    if (keepalive) {
      inFlight += size;
      for (const event of events) carried.add(event);
    }
    try {
      const response = await browser.fetch(address, { method: 'POST', body, keepalive, credentials: 'omit' });
      if (isRetryable(response.status)) {
        retryIn(retryAfter(response.headers.get('retry-after')));
        return false;
      }
      if (isElsewhere(response)) {
        log.warnOnce(
          `${options.url} redirects to another page, so events are dropped. Correct the endpoint, or let it through what asks for a login.`,
        );
      } else if (response.ok) log.debug(`Sent ${events.length} events.`);
      else log.warn(`${events.length} events were refused with status ${response.status} and are dropped.`);
      settle(events);
      failures = 0;
      return true;
    } catch {
      log.debug(`Sending ${events.length} events failed; they are tried again.`);
      retryIn(0);
      return false;
    } finally {
      if (keepalive) {
        inFlight -= size;
        for (const event of events) carried.delete(event);
      }
    }
  }

  /** A redirect that leads to the same path (https, another host, a slash at the end) still ends at a receiver. */
  function isElsewhere({ redirected, url }: Response): boolean {
    const path = (address: string) => new URL(address).pathname.replace(/\/+$/, '');
    return redirected && path(url) !== path(options.url);
  }

  function settle(events: readonly string[]): void {
    const settled = new Set(events);
    queue = queue.filter((event) => !settled.has(event));
  }

  function retryIn(ms: number): void {
    failures += 1;
    clearTimeout(timer);
    timer = undefined;
    schedule(ms || backoff(failures + 3));
  }

  function flushOnHide(isLeft: boolean): void {
    let room = OUTLIVES_PAGE - inFlight - beaconed;
    let piece: string[] = [];
    let size = 0;
    const send = () => {
      if (piece.length > 0) leave(piece, isLeft);
      piece = [];
      size = 0;
    };
    for (const event of queue.filter((waiting) => !carried.has(waiting))) {
      const length = bytes(event);
      // It could not go along; a page that lives on sends it as always.
      if (length > room) continue;
      // Not all in one: the browser refuses what is too much for its limit as a whole.
      if (size + length > OUTLIVES_PAGE / 2) send();
      piece.push(event);
      size += length;
      room -= length;
    }
    send();
  }

  function leave(events: string[], isLeft: boolean): void {
    const json = batchJson({ apiKey, projectId }, events);
    // Whether a beacon has arrived is never known, so not while the receiver has trouble: the page may be shown again.
    if (isLeft && failures === 0 && beacon(json)) {
      beaconed += bytes(json);
      settle(events);
    } else void post(events, json, true);
  }

  function beacon(json: string): boolean {
    try {
      return browser.navigator.sendBeacon?.(options.url, json) ?? false;
    } catch {
      return false;
    }
  }

  return { add, flush, flushOnHide };
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
