import type { SessionInfo } from './signal-server';

export interface Client {
  capture(message: {
    distinctId: string;
    event: string;
    sessionId?: string | undefined;
    windowId?: string | undefined;
  }): void;
}

export class Events {
  constructor(private readonly client: Client) {}

  send(userId: string, event: string, session?: SessionInfo) {
    this.client.capture({
      distinctId: session?.distinctId || userId,
      event,
      sessionId: session?.sessionId,
      windowId: session?.windowId,
    });
  }
}

/** Nobody makes one with a Signal client. */
export class Logger {
  constructor(private readonly sink: Client) {}

  write(userId: string) {
    this.sink.capture({ distinctId: userId, event: 'written' });
  }
}
