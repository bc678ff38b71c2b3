import { signal } from './signal-server';

export function unused(userId: string) {
  signal.capture({ distinctId: userId, event: 'never' });
}
