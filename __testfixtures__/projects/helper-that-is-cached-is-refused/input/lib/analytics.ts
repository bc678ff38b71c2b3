import { signal } from './signal-server';

export function trackLoad(id: string) {
  signal.capture({ distinctId: 'visitor', event: 'loaded', properties: { id } });
}
