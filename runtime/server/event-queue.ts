/** An event as JSON, with its place in the order of capture. */
export interface QueuedEvent {
  readonly number: number;
  readonly json: string;
}

/** A first-in first-out queue of events with a fixed capacity; the oldest give way to new ones. */
export interface EventQueue {
  readonly size: number;
  /** Number of the oldest event; `next` when the queue is empty. */
  readonly first: number;
  /** The number that the next event gets. */
  readonly next: number;
  /** Adds an event; true when the oldest had to go. */
  add(json: string): boolean;
  /** Removes and returns the oldest events, at most `count` and `characters` together, but at least one. */
  take(count: number, characters: number): QueuedEvent[];
  /** Puts events that were taken back in their places; returns how many of the oldest had to go. */
  putBack(events: readonly QueuedEvent[]): number;
  /** Removes the events numbered below `end`; returns how many that were. */
  dropBefore(end: number): number;
}

const GONE: QueuedEvent = { number: -1, json: '' };

export function createEventQueue(capacity: number): EventQueue {
  let items: QueuedEvent[] = [];
  // Taking from the front moves this index instead of the array: shift() on 50,000 entries copies them all.
  let head = 0;
  let next = 0;

  function forget(count: number): void {
    items.fill(GONE, head, head + count);
    head += count;
    if (head > 1000 && head * 2 > items.length) {
      items = items.slice(head);
      head = 0;
    }
  }

  function shrink(): number {
    const excess = Math.max(0, items.length - head - capacity);
    forget(excess);
    return excess;
  }

  return {
    get size() {
      return items.length - head;
    },
    get first() {
      return items[head]?.number ?? next;
    },
    get next() {
      return next;
    },
    add(json) {
      items.push({ number: next, json });
      next += 1;
      return shrink() > 0;
    },
    take(count, characters) {
      const batch: QueuedEvent[] = [];
      let length = 0;
      for (const event of items.slice(head, head + count)) {
        length += event.json.length;
        if (batch.length > 0 && length > characters) break;
        batch.push(event);
      }
      forget(batch.length);
      return batch;
    },
    putBack(events) {
      if (events.length === 0) return 0;
      items = [...events, ...items.slice(head)].sort((a, b) => a.number - b.number);
      head = 0;
      return shrink();
    },
    dropBefore(end) {
      const kept = items.findIndex((event, index) => index >= head && event.number >= end);
      const count = (kept === -1 ? items.length : kept) - head;
      forget(count);
      return count;
    },
  };
}
