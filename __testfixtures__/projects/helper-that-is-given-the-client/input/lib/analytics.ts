import type { SignalServer } from 'signal-next/server';
import { signal } from './signal-server';

export function send(client: SignalServer, userId: string, event: string) {
  client.capture({ distinctId: userId, event });
}

export class Events {
  constructor(private readonly client: SignalServer) {}

  seen(userId: string) {
    this.client.capture({ distinctId: userId, event: 'seen' });
  }
}

export const events = new Events(signal);
