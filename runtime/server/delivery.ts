import { createEventQueue } from './event-queue.js';
import { createSender, type Load, type SenderOptions } from './sender.js';
import { createTimers } from './timers.js';

/** Batches that are under way at the same time; more than one only when events arrive faster than they leave. */
const LANES = 4;

export interface DeliveryOptions extends SenderOptions {
  flushInterval: number;
}

/** Takes events as JSON and sees to it that they arrive. */
export interface Delivery {
  add(event: string): void;
  /** Resolves when all events added so far are settled, at the latest after `timeout`. Never rejects. */
  flush(): Promise<void>;
  /** As `flush`, then gives up on what is left of these events and says how many that were. */
  shutdown(): Promise<void>;
}

/** For a process that lives on: batches by count and time, and retries for as long as it takes. */
export function createDelivery(options: DeliveryOptions): Delivery {
  const queue = createEventQueue(options.maxQueueSize);
  const timers = createTimers();
  const sender = createSender(options, queue, timers);
  const underWay = new Set<Load>();
  const waiting = new Set<() => void>();
  let cancelInterval: (() => void) | undefined;

  function add(event: string): void {
    if (queue.add(event)) sender.overflowed(1);
    if (queue.size >= options.flushBatchSize) startLane();
    else waitForMore();
  }

  function waitForMore(): void {
    cancelInterval ??= timers.start(options.flushInterval, () => {
      cancelInterval = undefined;
      startLane();
    });
  }

  function stopWaiting(): void {
    cancelInterval?.();
    cancelInterval = undefined;
  }

  function startLane(): void {
    if (queue.size === 0 || underWay.size >= LANES) return;
    // A lane that is at work takes what is there when it is done; a second one is for a backlog.
    if (underWay.size > 0 && queue.size < options.flushBatchSize) return;
    stopWaiting();
    void runLane();
  }

  async function runLane(): Promise<void> {
    while (queue.size > 0) {
      const load = sender.take();
      underWay.add(load);
      await sender.send(load);
      underWay.delete(load);
      sender.overflowed(queue.putBack(load.unsettled));
      tellWaiting();
    }
  }

  function tellWaiting(): void {
    for (const check of [...waiting]) check();
  }

  function oldestUnsettled(): number {
    const oldest = [...underWay].map(({ unsettled }) => unsettled[0]?.number ?? queue.next);
    return Math.min(queue.first, ...oldest);
  }

  /** Resolves when all events numbered below `end` are settled, at the latest after `timeout`. */
  async function settled(end: number): Promise<void> {
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

  /** Drops the events numbered below `end`, also from loads that are under way; returns how many that were. */
  function giveUp(end: number): number {
    let lost = queue.dropBefore(end);
    for (const load of underWay) {
      const newer = load.unsettled.filter(({ number }) => number >= end);
      if (newer.length === load.unsettled.length) continue;
      lost += load.unsettled.length - newer.length;
      load.unsettled = newer;
      load.stop.abort();
    }
    tellWaiting();
    return lost;
  }

  async function shutdown(): Promise<void> {
    const end = queue.next;
    await settled(end);
    const lost = giveUp(end);
    if (queue.size === 0) stopWaiting();
    sender.reportOverflow();
    if (lost > 0) options.log.warn(lostMessage(lost, options.timeout));
  }

  return { add, flush: () => settled(queue.next), shutdown };
}

/** What a shutdown says of the events that it gave up on. */
export function lostMessage(count: number, timeout: number): string {
  return (
    `Shut down with ${count} events that could not be sent within ${timeout} ms; they are lost. ` +
    'Check the endpoint option and that this machine can reach it.'
  );
}
