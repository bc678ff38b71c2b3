import { signal, type SessionInfo } from './signal-server';

export abstract class Tracker {
  protected abstract readonly area: string;

  protected send(userId: string, event: string, session?: SessionInfo) {
    signal.capture({
      distinctId: session?.distinctId || userId,
      event: `${this.area}_${event}`,
      sessionId: session?.sessionId,
      windowId: session?.windowId,
    });
  }
}
