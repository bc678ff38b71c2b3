import { signal, type SessionInfo } from './signal-server';

class Builder {
  protected properties: Record<string, unknown> = {};

  with(key: string, value: unknown): this {
    this.properties[key] = value;
    return this;
  }
}

class EventBuilder extends Builder {
  private userId = '';

  constructor(private readonly name: string) {
    super();
  }

  by(userId: string) {
    this.userId = userId;
    return this;
  }

  send(session?: SessionInfo) {
    signal.capture({
      distinctId: session?.distinctId || this.userId,
      event: this.name,
      properties: this.properties,
      sessionId: session?.sessionId,
      windowId: session?.windowId,
    });
  }

  sendNow(session?: SessionInfo) {
    this.with('now', true).send(session);
  }
}

export const event = (name: string) => new EventBuilder(name);

export const query = (userId: string) => ({
  name: '',
  named(name: string) {
    this.name = name;
    return this;
  },
  run(session?: SessionInfo) {
    signal.capture({
      distinctId: session?.distinctId || userId,
      event: this.name,
      sessionId: session?.sessionId,
      windowId: session?.windowId,
    });
  },
});
