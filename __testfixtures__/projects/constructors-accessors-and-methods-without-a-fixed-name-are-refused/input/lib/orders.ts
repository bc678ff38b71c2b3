import { signal } from './signal-server';

const CLOSE = 'close';

export class Order {
  constructor(readonly userId: string) {
    signal.capture({ distinctId: userId, event: 'order_made' });
  }

  get total() {
    signal.capture({ distinctId: this.userId, event: 'total_read' });
    return 1;
  }

  set note(text: string) {
    signal.capture({ distinctId: this.userId, event: 'note_set', properties: { text } });
  }

  [CLOSE]() {
    signal.capture({ distinctId: this.userId, event: 'order_closed' });
  }
}

export const orders = {
  get count() {
    signal.capture({ distinctId: 'app', event: 'count_read' });
    return 1;
  },

  [CLOSE](userId: string) {
    signal.capture({ distinctId: userId, event: 'orders_closed' });
  },
};
