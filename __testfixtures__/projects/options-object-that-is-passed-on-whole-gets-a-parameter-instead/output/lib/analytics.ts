import { signal, type SessionInfo } from './signal-server';

interface EventPayload {
  distinctId: string;
  event: string;
}

export function send(payload: EventPayload, session?: SessionInfo) {
  signal.capture({
    ...payload,
    distinctId: session?.distinctId || payload.distinctId,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}
