import { MemorySink } from './memory-sink';
import { SignalSink } from './signal-sink';
import type { EventSink } from './sink';

const sinks: readonly EventSink[] = [new MemorySink(), new SignalSink()];

export async function recordAll(userId: string, event: string) {
  await Promise.all(sinks.map((sink) => sink.record(userId, event)));
}

export async function recordInTurn(userId: string, event: string) {
  for (const sink of sinks.filter((one) => one.accepts(event))) {
    await sink.record(userId, event);
  }
}

export class Recorder {
  constructor(private readonly sinks: EventSink[]) {}

  async recordOnce(userId: string, event: string) {
    const sink = this.sinks.find((one) => one.accepts(event));
    await sink?.record(userId, event);
  }
}
