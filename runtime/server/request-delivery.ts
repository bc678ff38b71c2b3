import { type Delivery, lostMessage } from './delivery.js';
import { createEventQueue } from './event-queue.js';
import { createSender, type Load, type SenderOptions } from './sender.js';
import { createTimers } from './timers.js';

/** What one flush has taken, and when it is over at the latest. */
interface Hold {
  readonly loads: readonly Load[];
  readonly until: number;
}

/**
 * For hosts where I/O ends with the request that started it: nothing leaves but in a flush, which sends all that waits
 * itself and waits for no other. A flush can be cut off with its request, so what it holds past its time is taken back
 * by the next one, which may repeat an event.
 */
export function createRequestDelivery(options: SenderOptions): Delivery {
  const queue = createEventQueue(options.maxQueueSize);
  const timers = createTimers();
  const sender = createSender(options, queue, timers);
  const holds = new Set<Hold>();

  function takeBack(hold: Hold): void {
    if (!holds.delete(hold)) return;
    for (const { unsettled } of hold.loads) sender.overflowed(queue.putBack(unsettled));
  }

  function takeAll(): Hold {
    for (const hold of holds) if (Date.now() > hold.until) takeBack(hold);
    const loads: Load[] = [];
    while (queue.size > 0) loads.push(sender.take());
    return { loads, until: Date.now() + options.timeout };
  }

  async function flush(): Promise<void> {
    const hold = takeAll();
    if (hold.loads.length === 0) return;
    holds.add(hold);
    const done = new AbortController();
    await Promise.race([
      sendInOrder(hold.loads).then(() => done.abort()),
      timers.sleep(options.timeout, done.signal),
    ]);
    for (const load of hold.loads) load.stop.abort();
    takeBack(hold);
  }

  async function sendInOrder(loads: readonly Load[]): Promise<void> {
    for (const load of loads) await sender.send(load);
  }

  async function shutdown(): Promise<void> {
    const end = queue.next;
    await flush();
    const lost = queue.dropBefore(end);
    sender.reportOverflow();
    if (lost > 0) options.log.warn(lostMessage(lost, options.timeout));
  }

  return {
    add(event) {
      if (queue.add(event)) sender.overflowed(1);
    },
    flush,
    shutdown,
  };
}
