import { signal, type SessionInfo } from './signal-server';
import { Tracker } from './tracker';

export class SignalTracker extends Tracker {
  override track(userId: string, event: string, session?: SessionInfo) {
    signal.capture({
      distinctId: session?.distinctId || userId,
      event,
      sessionId: session?.sessionId,
      windowId: session?.windowId,
    });
  }
}
