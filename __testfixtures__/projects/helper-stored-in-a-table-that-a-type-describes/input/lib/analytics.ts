import { signal } from './signal-server';

export function trackCreated(userId: string) {
  signal.capture({ distinctId: userId, event: 'created' });
}

export function trackRemoved(userId: string) {
  signal.capture({ distinctId: userId, event: 'removed' });
}
