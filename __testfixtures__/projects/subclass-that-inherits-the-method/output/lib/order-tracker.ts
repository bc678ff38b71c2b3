import { Tracker } from './tracker';
import type { SessionInfo } from './signal-server';

class OrderTracker extends Tracker {
  protected readonly area = 'order';

  created(userId: string, session?: SessionInfo) {
    this.send(userId, 'created', session);
  }
}

export const orderTracker = new OrderTracker();
