import type { Analytics } from './analytics';

export class OrderService {
  constructor(private readonly analytics: Analytics) {}

  async place(userId: string, items: string[]) {
    this.analytics.track(userId, 'order_placed');
    return items.length;
  }
}
