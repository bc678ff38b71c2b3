import { signal } from './signal-server';

export function track(userId: string, event: string) {
  signal.capture({ distinctId: userId, event });
}
