import { signal, type SessionInfo } from './signal-server';

type VisitOptions = { path?: string; session?: SessionInfo };

export function trackVisit({ path = '/', session }: VisitOptions = {}) {
  signal.capture({
    distinctId: session?.distinctId || 'anon',
    event: 'visit',
    properties: { path },
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}
