import { signal, type SessionInfo } from './signal-server';

class Analytics {
  private readonly source = 'web';

  trackPurchase(userId: string, total: number, session?: SessionInfo): void {
    this.send(userId, 'purchase_completed', { total }, session);
  }

  trackVisit = (userId: string, session?: SessionInfo) => {
    signal.capture({
      distinctId: session?.distinctId || userId,
      event: 'visited',
      sessionId: session?.sessionId,
      windowId: session?.windowId,
    });
  };

  private send(
    userId: string,
    event: string,
    properties: Record<string, unknown>,
    session?: SessionInfo,
  ) {
    signal.capture({
      distinctId: session?.distinctId || userId,
      event,
      properties: { source: this.source, ...properties },
      sessionId: session?.sessionId,
      windowId: session?.windowId,
    });
  }
}

export const analytics = new Analytics();
