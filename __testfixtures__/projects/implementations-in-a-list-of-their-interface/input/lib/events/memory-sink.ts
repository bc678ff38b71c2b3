import type { EventSink } from './sink';

export class MemorySink implements EventSink {
  readonly events: string[] = [];

  accepts() {
    return true;
  }

  async record(_userId: string, event: string) {
    this.events.push(event);
  }
}
