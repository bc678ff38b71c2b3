import type { SessionInfo } from './signal-server';
import { Tracker } from './tracker';

class OrderTracker extends Tracker {
  protected readonly area = 'order';

  created(userId: string, session?: SessionInfo) {
    this.send(userId, 'created', session);
  }
}

export const orderTracker = new OrderTracker();
