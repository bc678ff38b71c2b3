import { signal } from './signal-server';

export function trackVisit({ userId, session, signalSession }) {
  signal.capture({
    distinctId: signalSession?.distinctId || userId,
    event: 'visit',
    properties: { plan: session.plan },
    sessionId: signalSession?.sessionId,
    windowId: signalSession?.windowId,
  });
}

export function trackLook(options, session) {
  signal.capture({
    distinctId: session?.distinctId || options.userId,
    event: 'look',
    properties: { plan: options.session.plan },
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}
