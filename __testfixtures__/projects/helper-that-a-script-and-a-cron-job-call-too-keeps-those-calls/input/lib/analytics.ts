import { signal } from './signal-server';

export const trackImport = (userId: string, rows: number) => {
  signal.capture({
    distinctId: userId,
    event: 'rows_imported',
    properties: { rows },
  });
};
