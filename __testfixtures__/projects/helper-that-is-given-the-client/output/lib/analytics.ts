import type { SignalServer } from 'signal-next/server';
import { signal, type SessionInfo } from './signal-server';

export function send(
  client: SignalServer,
  userId: string,
  event: string,
  session?: SessionInfo,
) {
  client.capture({
    distinctId: session?.distinctId || userId,
    event,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export class Events {
  constructor(private readonly client: SignalServer) {}

  seen(userId: string, session?: SessionInfo) {
    this.client.capture({
      distinctId: session?.distinctId || userId,
      event: 'seen',
      sessionId: session?.sessionId,
      windowId: session?.windowId,
    });
  }
}

export const events = new Events(signal);
