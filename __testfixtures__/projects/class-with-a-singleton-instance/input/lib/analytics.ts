import { signal } from './signal-server';

class Analytics {
  private readonly source = 'web';

  trackPurchase(userId: string, total: number): void {
    this.send(userId, 'purchase_completed', { total });
  }

  trackVisit = (userId: string) => {
    signal.capture({ distinctId: userId, event: 'visited' });
  };

  private send(
    userId: string,
    event: string,
    properties: Record<string, unknown>,
  ) {
    signal.capture({
      distinctId: userId,
      event,
      properties: { source: this.source, ...properties },
    });
  }
}

export const analytics = new Analytics();
