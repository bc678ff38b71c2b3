import { signal } from './signal-server';

export class Analytics {
  private static instance: Analytics | undefined;

  private constructor() {}

  static getInstance(): Analytics {
    Analytics.instance ??= new Analytics();
    return Analytics.instance;
  }

  async track(userId: string, event: string): Promise<void> {
    signal.capture({ distinctId: userId, event });
    await signal.flush();
  }
}
