import { signal } from './signal-server';

export class Analytics {
  track(userId: string, event: string) {
    signal.capture({ distinctId: userId, event });
  }
}
