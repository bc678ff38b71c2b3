import { signal } from './signal-server';

export function trackImport(rows: number) {
  signal.capture({ distinctId: 'job', event: 'rows', properties: { rows } });
}
