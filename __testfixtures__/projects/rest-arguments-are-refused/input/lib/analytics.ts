import { signal } from './signal-server';

export function trackAll(userId: string, ...events: string[]) {
  for (const event of events) {
    signal.capture({ distinctId: userId, event });
  }
}
