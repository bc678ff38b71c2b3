import { signal, type SessionInfo } from '@/lib/signal-server';

class Cart {
  constructor(readonly userId: string) {}
}

type Constructor<T = { userId: string }> = new (...args: any[]) => T;

export const WithTracking = <B extends Constructor>(Base: B) =>
  class extends Base {
    note(event: string, session?: SessionInfo) {
      signal.capture({
        distinctId: session?.distinctId || this.userId,
        event,
        sessionId: session?.sessionId,
        windowId: session?.windowId,
      });
    }
  };

export class TrackedCart extends WithTracking(Cart) {}

export const Basket = class {
  noted(userId: string, session?: SessionInfo) {
    signal.capture({
      distinctId: session?.distinctId || userId,
      event: 'noted',
      sessionId: session?.sessionId,
      windowId: session?.windowId,
    });
  }
};

export namespace Analytics {
  export function opened(userId: string) {
    signal.capture({ distinctId: userId, event: 'opened' });
  }
}
