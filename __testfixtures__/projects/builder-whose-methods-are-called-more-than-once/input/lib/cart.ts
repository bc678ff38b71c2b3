import { signal } from './signal-server';

export class Cart {
  constructor(readonly userId: string) {}

  add(sku: string) {
    signal.capture({ distinctId: this.userId, event: 'added', properties: { sku } });
    return this;
  }

  addTwice(sku: string) {
    return this.add(sku).add(sku);
  }
}

export const batch = (userId: string) => ({
  viewed(id: string) {
    signal.capture({ distinctId: userId, event: 'viewed', properties: { id } });
    return this;
  },
  clicked(id: string) {
    signal.capture({ distinctId: userId, event: 'clicked', properties: { id } });
    return this;
  },
});
