import type { EventSink } from './event-sink';

export class MemorySink implements EventSink {
  readonly events: string[] = [];

  send(userId: string, event: string) {
    this.events.push(`${userId} ${event}`);
  }
}
