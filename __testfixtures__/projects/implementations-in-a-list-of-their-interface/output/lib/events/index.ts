import { MemorySink } from './memory-sink';
import { SignalSink, type SessionInfo } from './signal-sink';
import type { EventSink } from './sink';

const sinks: readonly EventSink[] = [new MemorySink(), new SignalSink()];

export async function recordAll(
  userId: string,
  event: string,
  session?: SessionInfo,
) {
  await Promise.all(sinks.map((sink) => sink.record(userId, event, session)));
}

export async function recordInTurn(
  userId: string,
  event: string,
  session?: SessionInfo,
) {
  for (const sink of sinks.filter((one) => one.accepts(event))) {
    await sink.record(userId, event, session);
  }
}

export class Recorder {
  constructor(private readonly sinks: EventSink[]) {}

  async recordOnce(userId: string, event: string, session?: SessionInfo) {
    const sink = this.sinks.find((one) => one.accepts(event));
    await sink?.record(userId, event, session);
  }
}
