import type { SessionInfo } from './signal-server';

export abstract class Tracker {
  abstract track(userId: string, event: string, session?: SessionInfo): void;

  trackAll(userId: string, events: string[], session?: SessionInfo) {
    for (const event of events) this.track(userId, event, session);
  }
}
