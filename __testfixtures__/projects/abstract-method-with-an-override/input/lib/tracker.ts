export abstract class Tracker {
  abstract track(userId: string, event: string): void;

  trackAll(userId: string, events: string[]) {
    for (const event of events) this.track(userId, event);
  }
}
