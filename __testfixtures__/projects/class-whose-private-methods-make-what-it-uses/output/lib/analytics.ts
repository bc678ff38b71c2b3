import type { SignalServer } from 'signal-next/server';
import { signal, type SessionInfo } from './signal-server';

class Events {
  constructor(private readonly client: SignalServer) {}

  send(userId: string, event: string, session?: SessionInfo) {
    this.client.capture({
      distinctId: session?.distinctId || userId,
      event,
      sessionId: session?.sessionId,
      windowId: session?.windowId,
    });
  }
}

class Pages {
  view(userId: string, path: string, session?: SessionInfo) {
    signal.capture({
      distinctId: session?.distinctId || userId,
      event: 'page_viewed',
      properties: { path },
      sessionId: session?.sessionId,
      windowId: session?.windowId,
    });
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

  track(userId: string, event: string, session?: SessionInfo) {
    this.#use().send(userId, event, session);
  }

  page(userId: string, path: string, session?: SessionInfo) {
    this.#pages.view(userId, path, session);
  }

  rename(userId: string, name: string, session?: SessionInfo) {
    this.#identify({
      distinctId: userId,
      properties: { name },
      sessionId: session?.sessionId,
      windowId: session?.windowId,
    });
  }
}

export const analytics = new Analytics();
