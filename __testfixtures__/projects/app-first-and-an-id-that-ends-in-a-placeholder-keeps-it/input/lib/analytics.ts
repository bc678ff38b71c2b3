import { signal } from './signal-server';

export function track(userId: string | null, event: string) {
  signal.capture({ distinctId: userId ?? 'anonymous', event });
}
