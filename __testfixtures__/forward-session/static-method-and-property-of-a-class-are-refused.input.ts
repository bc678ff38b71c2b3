// @file lib/tracker.ts
import { signal } from '@/lib/signal-server';

export class Tracker {
  static created = (userId: string) => {
    signal.capture({ distinctId: userId, event: 'created' });
  };
}
