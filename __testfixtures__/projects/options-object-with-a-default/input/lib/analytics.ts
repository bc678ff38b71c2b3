import { signal } from './signal-server';

type VisitOptions = { path?: string };

export function trackVisit({ path = '/' }: VisitOptions = {}) {
  signal.capture({ distinctId: 'anon', event: 'visit', properties: { path } });
}
