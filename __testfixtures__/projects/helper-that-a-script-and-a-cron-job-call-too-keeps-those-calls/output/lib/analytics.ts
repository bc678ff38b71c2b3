import { signal, type SessionInfo } from './signal-server';

export const trackImport = (
  userId: string,
  rows: number,
  session?: SessionInfo,
) => {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'rows_imported',
    properties: { rows },
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
};
