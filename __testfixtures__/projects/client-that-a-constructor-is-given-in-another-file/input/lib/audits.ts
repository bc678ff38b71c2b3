import type { Client } from './events';

class Recorder {
  protected readonly client: Client;

  constructor({ client }: { client: Client }) {
    this.client = client;
  }
}

export class Audits extends Recorder {
  record(userId: string) {
    this.client.capture({ distinctId: userId, event: 'audited' });
  }
}
