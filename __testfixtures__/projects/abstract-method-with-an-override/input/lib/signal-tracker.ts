import { signal } from './signal-server';
import { Tracker } from './tracker';

export class SignalTracker extends Tracker {
  override track(userId: string, event: string) {
    signal.capture({ distinctId: userId, event });
  }
}
