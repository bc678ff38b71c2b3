import type { EventSink } from './events/event-sink';
import { MemorySink } from './events/memory-sink';
import { SignalSink } from './events/signal-sink';

class OrderService {
  private readonly sink: EventSink;

  constructor(sink: EventSink) {
    this.sink = sink;
  }

  place(userId: string) {
    this.sink.send(userId, 'order_placed');
  }
}

const isTest = process.env.APP_ENV === 'test';

export const orders = new OrderService(
  isTest ? new MemorySink() : new SignalSink(),
);
