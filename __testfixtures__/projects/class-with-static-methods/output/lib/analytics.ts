import { signal, type SessionInfo } from './signal-server';

export class Analytics {
  static trackSignup(userId: string, session?: SessionInfo) {
    signal.identify({
      distinctId: userId,
      properties: { plan: 'free' },
      sessionId: session?.sessionId,
      windowId: session?.windowId,
    });
  }
}
