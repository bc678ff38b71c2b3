import type { Log } from '../shared/log.js';
import { backoff } from '../shared/retry.js';
import { createEventQueue } from './event-queue.js';
import { type PostOptions, postBatch } from './post.js';
import { createTimers } from './timers.js';

/** Batches that are under way at the same time; more than one only when events arrive faster than they leave. */
const LANES = 4;
/** Most events in one request while a backlog is worked off, unless `flushBatchSize` is larger. */
const LARGEST_BATCH = 200;
const LARGEST_BODY = 1_000_000;
/** An endpoint that fails now and then is worth one warning a minute. */
const QUIET_TIME = 60_000;

export interface DeliveryOptions extends PostOptions {
  flushBatchSize: number;
  flushInterval: number;
  maxQueueSize: number;
  log: Log;
}

/**
 * Takes events as JSON and sees to it that they arrive: batches by count and time, retries what may still
 * succeed for as long as it takes, splits what is too large, drops what the receiver rejects.
 */
export interface Delivery {
  add(event: string): void;
  /** Resolves when all events added so far are settled, at the latest after `timeout`. Never rejects. */
  flush(): Promise<void>;
  /** As `flush`, then gives up on the rest and says how many that were. Later events start it again. */
  shutdown(): Promise<void>;
}

/** What one lane holds: `first` is the sequence number of its oldest event. */
interface Load {
  readonly first: number;
  unsettled: number;
  abort: AbortController;
  /** Set by a shutdown that gave up on it. */
  abandoned: boolean;
}

export function createDelivery(options: DeliveryOptions): Delivery {
  const { log } = options;
  const queue = createEventQueue(options.maxQueueSize);
  const timers = createTimers();
  const underWay = new Set<Load>();
  const waiting = new Set<() => void>();
  let cancelInterval: (() => void) | undefined;
  let pausedUntil = 0;
  let dropped = 0;
  let failuresInRow = 0;
  let complained = false;
  let quietUntil = 0;

  function add(event: string): void {
    if (queue.add(event)) {
      if (dropped === 0) {
        log.warn(
          `The queue is full (${options.maxQueueSize} events), so the oldest are dropped. ` +
            'Events arrive faster than they can be sent, or the endpoint is down; raise maxQueueSize if that is expected.',
        );
      }
      dropped += 1;
    }
    if (queue.size >= options.flushBatchSize) startLane();
    else waitForMore();
  }

  function waitForMore(): void {
    cancelInterval ??= timers.start(options.flushInterval, () => {
      cancelInterval = undefined;
      startLane();
    });
  }

  function startLane(): void {
    if (queue.size === 0 || underWay.size >= LANES) return;
    // A lane that is at work takes what is there when it is done; a second one is for a backlog.
    if (underWay.size > 0 && queue.size < options.flushBatchSize) return;
    cancelInterval?.();
    cancelInterval = undefined;
    void runLane();
  }

  async function runLane(): Promise<void> {
    while (queue.size > 0) {
      const first = queue.first;
      const events = queue.take(Math.max(LARGEST_BATCH, options.flushBatchSize), LARGEST_BODY);
      const load: Load = { first, unsettled: events.length, abort: new AbortController(), abandoned: false };
      underWay.add(load);
      await deliver(events, load);
      underWay.delete(load);
      for (const check of [...waiting]) check();
    }
  }

  async function deliver(events: string[], load: Load): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      while (Date.now() < pausedUntil && !load.abandoned) await timers.sleep(pausedUntil - Date.now());
      if (load.abandoned) return;
      load.abort = new AbortController();
      const result = await postBatch(options, events, load.abort);
      if (load.abandoned && result.kind !== 'accepted') return;
      switch (result.kind) {
        case 'accepted':
          accepted(events.length);
          load.unsettled -= events.length;
          return;
        case 'rejected':
          log.warn(
            `The endpoint refused ${events.length} events with ${result.cause}; they are dropped. ${advice(result.cause)}`,
          );
          load.unsettled -= events.length;
          return;
        case 'too-large':
          await split(events, load);
          return;
        case 'retry':
          failuresInRow += 1;
          failed(result.cause, events.length);
          if (result.after > 0) pausedUntil = Date.now() + result.after;
          // While other batches get through, the endpoint is not down, and a long wait only holds this one up.
          else await timers.sleep(backoff(Math.min(attempt, failuresInRow)));
      }
    }
  }

  /** 413: the receiver's limit is unknown, so halve until it fits. */
  async function split(events: string[], load: Load): Promise<void> {
    if (events.length === 1) {
      log.warn(
        `One event of ${events[0]?.length ?? 0} characters is too large for the endpoint (status 413) and is dropped. ` +
          'Send less data in its properties.',
      );
      load.unsettled -= 1;
      return;
    }
    const middle = Math.ceil(events.length / 2);
    await deliver(events.slice(0, middle), load);
    await deliver(events.slice(middle), load);
  }

  function accepted(count: number): void {
    failuresInRow = 0;
    log.debug(`Sent ${count} events.`);
    if (complained) log.warn('The endpoint accepts events again.');
    complained = false;
    reportDropped();
  }

  function failed(cause: string, count: number): void {
    const message = `Sending ${count} events failed: ${cause}. They stay queued and are tried again.`;
    if (Date.now() < quietUntil) {
      log.debug(message);
      return;
    }
    log.warn(message);
    complained = true;
    quietUntil = Date.now() + QUIET_TIME;
  }

  function reportDropped(): void {
    if (dropped > 0) log.warn(`${dropped} events were dropped because the queue was full.`);
    dropped = 0;
  }

  function oldestUnsettled(): number {
    return Math.min(queue.first, ...[...underWay].map(({ first }) => first));
  }

  async function flush(): Promise<void> {
    const end = queue.first + queue.size;
    if (oldestUnsettled() >= end) return;
    const release = timers.hold();
    await new Promise<void>((resolve) => {
      const finish = () => {
        cancelLimit();
        waiting.delete(check);
        resolve();
      };
      const check = () => {
        if (oldestUnsettled() >= end) finish();
      };
      const cancelLimit = timers.start(options.timeout, finish);
      waiting.add(check);
      startLane();
    });
    release();
  }

  async function shutdown(): Promise<void> {
    await flush();
    cancelInterval?.();
    cancelInterval = undefined;
    reportDropped();
    const held = [...underWay].reduce((sum, { unsettled }) => sum + unsettled, 0);
    const lost = queue.clear() + held;
    if (lost === 0) return;
    for (const load of underWay) {
      load.abandoned = true;
      load.abort.abort();
    }
    timers.wake();
    log.warn(
      `Shut down with ${lost} events that could not be sent within ${options.timeout} ms; they are lost. ` +
        'Check the endpoint option and that this machine can reach it.',
    );
  }

  return { add, flush, shutdown };
}

function advice(cause: string): string {
  if (cause === 'status 401' || cause === 'status 403') return 'Check the apiKey and projectId options.';
  if (cause === 'status 404') return 'Check the endpoint option.';
  return 'Set debug: true to see each batch.';
}
