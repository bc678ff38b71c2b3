import { Tracker } from './tracker';

class OrderTracker extends Tracker {
  protected readonly area = 'order';

  created(userId: string) {
    this.send(userId, 'created');
  }
}

export const orderTracker = new OrderTracker();
