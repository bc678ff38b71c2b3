import { signal } from './signal-server';

interface EventPayload {
  distinctId: string;
  event: string;
}

export function send(payload: EventPayload) {
  signal.capture(payload);
}
