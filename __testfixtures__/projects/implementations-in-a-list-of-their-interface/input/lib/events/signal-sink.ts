import { createSignalServer } from 'signal-next/server';
import type { EventSink } from './sink';

const signal = createSignalServer({ apiKey: process.env.SIGNAL_KEY ?? '' });

export class SignalSink implements EventSink {
  accepts(event: string) {
    return !event.startsWith('internal');
  }

  async record(userId: string, event: string) {
    signal.capture({ distinctId: userId, event });
  }
}
