import { signal, type SessionInfo } from './signal-server';

export class Cart {
  constructor(readonly userId: string) {}

  add(sku: string, session?: SessionInfo) {
    signal.capture({
      distinctId: session?.distinctId || this.userId,
      event: 'added',
      properties: { sku },
      sessionId: session?.sessionId,
      windowId: session?.windowId,
    });
    return this;
  }

  addTwice(sku: string, session?: SessionInfo) {
    return this.add(sku, session).add(sku, session);
  }
}

export const batch = (userId: string) => ({
  viewed(id: string, session?: SessionInfo) {
    signal.capture({
      distinctId: session?.distinctId || userId,
      event: 'viewed',
      properties: { id },
      sessionId: session?.sessionId,
      windowId: session?.windowId,
    });
    return this;
  },
  clicked(id: string, session?: SessionInfo) {
    signal.capture({
      distinctId: session?.distinctId || userId,
      event: 'clicked',
      properties: { id },
      sessionId: session?.sessionId,
      windowId: session?.windowId,
    });
    return this;
  },
});
