import { signal } from './signal-server';

export class Analytics {
  static trackSignup(userId: string) {
    signal.identify({ distinctId: userId, properties: { plan: 'free' } });
  }
}
