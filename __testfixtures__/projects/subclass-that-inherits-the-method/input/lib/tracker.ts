import { signal } from './signal-server';

export abstract class Tracker {
  protected abstract readonly area: string;

  protected send(userId: string, event: string) {
    signal.capture({ distinctId: userId, event: `${this.area}_${event}` });
  }
}
