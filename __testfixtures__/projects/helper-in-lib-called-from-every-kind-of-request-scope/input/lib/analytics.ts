import { signal } from './signal-server';

export function trackOrder(userId: string, event: string) {
  signal.capture({ distinctId: userId, event });
}
