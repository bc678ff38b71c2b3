import { signal } from './signal-server';

export function track(userId: string) {
  signal.capture({ distinctId: userId, event: 'tracked' });
}
