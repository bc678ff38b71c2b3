import { signal } from './signal-server';

export function track(payload, session) {
  signal.capture({
    ...payload,
    distinctId: session?.distinctId || payload.distinctId,
    sessionId: payload.sessionId ?? session?.sessionId,
    windowId: payload.windowId ?? session?.windowId,
  });
}

export function trackAll({ userId, ...rest }, session) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    ...rest,
    sessionId: rest.sessionId ?? session?.sessionId,
    windowId: rest.windowId ?? session?.windowId,
  });
}
