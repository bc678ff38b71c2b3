import { signal } from './signal-server';

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

  send() {
    signal.capture({ distinctId: this.userId, event: this.name, properties: this.properties });
  }

  sendNow() {
    this.with('now', true).send();
  }
}

export const event = (name: string) => new EventBuilder(name);

export const query = (userId: string) => ({
  name: '',
  named(name: string) {
    this.name = name;
    return this;
  },
  run() {
    signal.capture({ distinctId: userId, event: this.name });
  },
});
