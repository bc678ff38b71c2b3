import { signal } from './signal-server';

export function track(event: string) {
  signal.capture({ distinctId: 'shop', event });
}
