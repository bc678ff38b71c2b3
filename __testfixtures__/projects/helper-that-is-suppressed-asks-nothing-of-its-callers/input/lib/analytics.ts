import { signal } from './signal-server';

export function track(userId: string) {
  // signal-next-ignore-next-line: counted without a session on purpose
  signal.capture({ distinctId: userId, event: 'tracked' });
}
