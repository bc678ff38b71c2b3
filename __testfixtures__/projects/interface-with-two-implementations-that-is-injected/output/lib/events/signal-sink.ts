import { signal, type SessionInfo } from '@/lib/signal-server';
import type { EventSink } from './event-sink';

export class SignalSink implements EventSink {
  send(userId: string, event: string, session?: SessionInfo) {
    signal.capture({
      distinctId: session?.distinctId || userId,
      event,
      sessionId: session?.sessionId,
      windowId: session?.windowId,
    });
  }
}
