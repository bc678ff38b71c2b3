import { signal, type SessionInfo } from './signal-server';

export class UserTracker {
  readonly #userId: string;

  constructor(userId: string) {
    this.#userId = userId;
  }

  viewed(page: string, session?: SessionInfo) {
    signal.capture({
      distinctId: session?.distinctId || this.#userId,
      event: 'viewed',
      properties: { page },
      sessionId: session?.sessionId,
      windowId: session?.windowId,
    });
  }
}
