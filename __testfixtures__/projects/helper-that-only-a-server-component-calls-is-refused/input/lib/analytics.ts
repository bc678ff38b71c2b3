import { signal } from './signal-server';

export function trackView(path: string) {
  signal.capture({ distinctId: 'visitor', event: 'viewed', properties: { path } });
}
