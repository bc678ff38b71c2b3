import { signal } from './signal-server';

export function trackInvite(userId: string) {
  signal.capture({ distinctId: userId, event: 'invited' });
}
