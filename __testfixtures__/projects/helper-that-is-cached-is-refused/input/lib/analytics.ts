import { signal } from './signal-server';

export function trackLoad(id: string) {
  signal.capture({ distinctId: 'anon', event: 'loaded', properties: { id } });
}
