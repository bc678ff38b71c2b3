import { signal } from './signal-server';

export class UserTracker {
  readonly #userId: string;

  constructor(userId: string) {
    this.#userId = userId;
  }

  viewed(page: string) {
    signal.capture({
      distinctId: this.#userId,
      event: 'viewed',
      properties: { page },
    });
  }
}
