import type { Log } from '../shared/log.js';
import { backoff } from '../shared/retry.js';
import type { EventQueue, QueuedEvent } from './event-queue.js';
import { type PostOptions, postBatch } from './post.js';
import type { Timers } from './timers.js';

/** Most events in one request while a backlog is worked off, unless `flushBatchSize` is larger. */
const LARGEST_BATCH = 200;
const LARGEST_BODY = 1_000_000;
/** An endpoint that fails now and then is worth one warning a minute. */
const QUIET_TIME = 60_000;

export interface SenderOptions extends PostOptions {
  flushBatchSize: number;
  maxQueueSize: number;
  log: Log;
}

/** Events that are being sent, oldest first. */
export interface Load {
  unsettled: QueuedEvent[];
  /** Aborted by whoever gives up on it. */
  readonly stop: AbortController;
}

/** Takes loads from a queue and sends them: retries what may still succeed, splits what is too large, drops what is refused. */
export interface Sender {
  take(): Load;
  /** Resolves when every event of the load is settled, or soon after it was stopped. Never rejects. */
  send(load: Load): Promise<void>;
  /** Counts events that the full queue had no room for. */
  overflowed(count: number): void;
  /** Says how many those were since the last time. */
  reportOverflow(): void;
}

export function createSender(options: SenderOptions, queue: EventQueue, timers: Timers): Sender {
  const { log } = options;
  let pausedUntil = 0;
  let dropped = 0;
  let failuresInRow = 0;
  let complained = false;
  let quietUntil = 0;

  async function deliver(events: readonly QueuedEvent[], load: Load): Promise<void> {
    const stop = load.stop.signal;
    for (let attempt = 1; ; attempt += 1) {
      while (Date.now() < pausedUntil && !stop.aborted) await timers.sleep(pausedUntil - Date.now(), stop);
      if (stop.aborted) return;
      const result = await postBatch(
        options,
        events.map(({ json }) => json),
        stop,
      );
      if (stop.aborted && result.kind !== 'accepted') return;
      switch (result.kind) {
        case 'accepted':
          accepted(events.length);
          settle(events, load);
          return;
        case 'rejected':
          log.warn(
            `The endpoint refused ${events.length} events with ${result.cause}; they are dropped. ${advice(result.cause)}`,
          );
          settle(events, load);
          return;
        case 'too-large':
          await split(events, load);
          return;
        case 'retry':
          failuresInRow += 1;
          failed(result.cause, events.length);
          if (result.after > 0) pausedUntil = Date.now() + result.after;
          // While other batches get through, the endpoint is not down, and a long wait only holds this one up.
          else await timers.sleep(backoff(Math.min(attempt, failuresInRow)), stop);
      }
    }
  }

  /** 413: the receiver's limit is unknown, so halve until it fits. */
  async function split(events: readonly QueuedEvent[], load: Load): Promise<void> {
    if (events.length === 1) {
      log.warn(
        `One event of ${events[0]?.json.length ?? 0} characters is too large for the endpoint (status 413) and is dropped. ` +
          'Send less data in its properties.',
      );
      settle(events, load);
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
    reportOverflow();
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

  function reportOverflow(): void {
    if (dropped > 0) log.warn(`${dropped} events were dropped because the queue was full.`);
    dropped = 0;
  }

  return {
    take: () => ({
      unsettled: queue.take(Math.max(LARGEST_BATCH, options.flushBatchSize), LARGEST_BODY),
      stop: new AbortController(),
    }),
    send: (load) => deliver(load.unsettled, load),
    overflowed(count) {
      if (count > 0 && dropped === 0) {
        log.warn(
          `The queue is full (${options.maxQueueSize} events), so the oldest are dropped. ` +
            'Events arrive faster than they can be sent, or the endpoint is down; raise maxQueueSize if that is expected.',
        );
      }
      dropped += count;
    },
    reportOverflow,
  };
}

function settle(events: readonly QueuedEvent[], load: Load): void {
  const last = events.at(-1)?.number ?? -1;
  load.unsettled = load.unsettled.filter(({ number }) => number > last);
}

function advice(cause: string): string {
  if (cause === 'status 401' || cause === 'status 403') return 'Check the apiKey and projectId options.';
  if (cause === 'status 404') return 'Check the endpoint option.';
  if (cause.startsWith('status 3')) return 'Set the endpoint option to the address that takes the events.';
  return 'Set debug: true to see each batch.';
}
