import { signal } from './signal-server';

export function trackClick(userId: string) {
  signal.capture({ distinctId: userId, event: 'clicked' });
}
