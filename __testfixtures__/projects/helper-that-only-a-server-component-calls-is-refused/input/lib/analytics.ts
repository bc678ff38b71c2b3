import { signal } from './signal-server';

export function trackView(path: string) {
  signal.capture({ distinctId: 'anon', event: 'viewed', properties: { path } });
}
