import { signal } from './signal-server';

export function send(this: { prefix: string }, userId: string, event: string) {
  signal.capture({ distinctId: userId, event: `${this.prefix}_${event}` });
}

export const analytics = { prefix: 'shop', send };
