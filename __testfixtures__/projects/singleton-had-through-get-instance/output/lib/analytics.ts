import { signal, type SessionInfo } from './signal-server';

export class Analytics {
  private static instance: Analytics | undefined;

  private constructor() {}

  static getInstance(): Analytics {
    Analytics.instance ??= new Analytics();
    return Analytics.instance;
  }

  async track(
    userId: string,
    event: string,
    session?: SessionInfo,
  ): Promise<void> {
    signal.capture({
      distinctId: session?.distinctId || userId,
      event,
      sessionId: session?.sessionId,
      windowId: session?.windowId,
    });
    await signal.flush();
  }
}
