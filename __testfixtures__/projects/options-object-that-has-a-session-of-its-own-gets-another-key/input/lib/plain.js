import { signal } from './signal-server';

export function trackVisit({ userId, session }) {
  signal.capture({ distinctId: userId, event: 'visit', properties: { plan: session.plan } });
}

export function trackLook(options) {
  signal.capture({ distinctId: options.userId, event: 'look', properties: { plan: options.session.plan } });
}
