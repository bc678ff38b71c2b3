import { signal } from './signal-server';

export function trackHours() {
  signal.capture({ distinctId: 'visitor', event: 'hours_read' });
}
