import type { Analytics } from './analytics';
import type { SessionInfo } from './signal-server';

export class OrderService {
  constructor(private readonly analytics: Analytics) {}

  async place(userId: string, items: string[], session?: SessionInfo) {
    this.analytics.track(userId, 'order_placed', session);
    return items.length;
  }
}
