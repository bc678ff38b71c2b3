import type { SignalServer } from 'signal-next/server';
import { signal } from './signal-server';

class Events {
  constructor(private readonly client: SignalServer) {}

  send(userId: string, event: string) {
    this.client.capture({ distinctId: userId, event });
  }
}

class Pages {
  view(userId: string, path: string) {
    signal.capture({ distinctId: userId, event: 'page_viewed', properties: { path } });
  }
}

class Analytics {
  #events: Events | undefined;

  #use() {
    this.#events ??= new Events(signal);
    return this.#events;
  }

  get #pages() {
    return new Pages();
  }

  #identify(...args: Parameters<SignalServer['identify']>) {
    signal.identify(...args);
  }

  track(userId: string, event: string) {
    this.#use().send(userId, event);
  }

  page(userId: string, path: string) {
    this.#pages.view(userId, path);
  }

  rename(userId: string, name: string) {
    this.#identify({ distinctId: userId, properties: { name } });
  }
}

export const analytics = new Analytics();
