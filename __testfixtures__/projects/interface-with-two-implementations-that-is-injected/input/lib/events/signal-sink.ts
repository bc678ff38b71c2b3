import { signal } from '@/lib/signal-server';
import type { EventSink } from './event-sink';

export class SignalSink implements EventSink {
  send(userId: string, event: string) {
    signal.capture({ distinctId: userId, event });
  }
}
