export interface Client {
  capture(message: { distinctId: string; event: string }): void;
}

export class Events {
  constructor(private readonly client: Client) {}

  send(userId: string, event: string) {
    this.client.capture({ distinctId: userId, event });
  }
}

/** Nobody makes one with a Signal client. */
export class Logger {
  constructor(private readonly sink: Client) {}

  write(userId: string) {
    this.sink.capture({ distinctId: userId, event: 'written' });
  }
}
