import { signal } from './signal-server';

export function send(userId: string, event: string) {
  signal.capture({ distinctId: userId, event });
}
