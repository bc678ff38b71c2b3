import { signal } from '@/lib/signal-server';

class Cart {
  constructor(readonly userId: string) {}
}

type Constructor<T = { userId: string }> = new (...args: any[]) => T;

export const WithTracking = <B extends Constructor>(Base: B) =>
  class extends Base {
    note(event: string) {
      signal.capture({ distinctId: this.userId, event });
    }
  };

export class TrackedCart extends WithTracking(Cart) {}

export const Basket = class {
  noted(userId: string) {
    signal.capture({ distinctId: userId, event: 'noted' });
  }
};

export namespace Analytics {
  export function opened(userId: string) {
    signal.capture({ distinctId: userId, event: 'opened' });
  }
}
