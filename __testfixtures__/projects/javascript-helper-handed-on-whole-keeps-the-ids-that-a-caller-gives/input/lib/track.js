import { signal } from './signal-server';

export function track(payload) {
  signal.capture(payload);
}

export function trackAll({ userId, ...rest }) {
  signal.capture({ distinctId: userId, ...rest });
}
