import type { Client } from './events';
import type { SessionInfo } from './signal-server';

class Recorder {
  protected readonly client: Client;

  constructor({ client }: { client: Client }) {
    this.client = client;
  }
}

export class Audits extends Recorder {
  record(userId: string, session?: SessionInfo) {
    this.client.capture({
      distinctId: session?.distinctId || userId,
      event: 'audited',
      sessionId: session?.sessionId,
      windowId: session?.windowId,
    });
  }
}
