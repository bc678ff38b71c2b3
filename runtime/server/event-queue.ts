/** A first-in first-out queue of events as JSON with a fixed capacity; the oldest give way to new ones. */
export interface EventQueue {
  readonly size: number;
  /** Sequence number of the oldest event; the one after the newest when the queue is empty. */
  readonly first: number;
  /** Adds an event; true when the oldest had to go. */
  add(event: string): boolean;
  /** Removes and returns the oldest events, at most `count` and `characters` together, but at least one. */
  take(count: number, characters: number): string[];
  /** Removes everything; returns how many that were. */
  clear(): number;
}

export function createEventQueue(capacity: number): EventQueue {
  let items: string[] = [];
  // Taking from the front moves this index instead of the array: shift() on 50,000 entries copies them all.
  let head = 0;
  let first = 0;

  function forget(count: number): void {
    head += count;
    first += count;
    if (head > 1000 && head * 2 > items.length) {
      items = items.slice(head);
      head = 0;
    }
  }

  return {
    get size() {
      return items.length - head;
    },
    get first() {
      return first;
    },
    add(event) {
      items.push(event);
      if (items.length - head <= capacity) return false;
      items[head] = '';
      forget(1);
      return true;
    },
    take(count, characters) {
      const batch: string[] = [];
      let length = 0;
      for (const event of items.slice(head, head + count)) {
        length += event.length;
        if (batch.length > 0 && length > characters) break;
        batch.push(event);
      }
      forget(batch.length);
      return batch;
    },
    clear() {
      const count = items.length - head;
      items = [];
      head = 0;
      first += count;
      return count;
    },
  };
}
