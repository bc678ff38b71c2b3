import { signal } from './signal-server';

export function trackImport(rows: number) {
  signal.capture({ distinctId: 'system', event: 'rows_imported', properties: { rows } });
}
