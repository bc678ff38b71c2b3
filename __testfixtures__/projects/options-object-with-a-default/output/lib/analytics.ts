import { signal, type SessionInfo } from './signal-server';

type VisitOptions = { path?: string; session?: SessionInfo };

export function trackVisit({ path = '/', session }: VisitOptions = {}) {
  signal.capture({
    distinctId: session?.distinctId || 'visitor',
    event: 'visited',
    properties: { path },
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}
