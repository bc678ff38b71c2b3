import { signal } from '@/lib/signal-server';
import type { Analytics } from './types';

export const analytics: Analytics = {
  track(userId, event, session) {
    signal.capture({
      distinctId: session?.distinctId || userId,
      event,
      sessionId: session?.sessionId,
      windowId: session?.windowId,
    });
  },
  identify: (userId, session) =>
    signal.identify({
      distinctId: userId,
      sessionId: session?.sessionId,
      windowId: session?.windowId,
    }),
  flush: () => signal.flush(),
};
