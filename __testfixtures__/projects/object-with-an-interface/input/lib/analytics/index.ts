import { signal } from '@/lib/signal-server';
import type { Analytics } from './types';

export const analytics: Analytics = {
  track(userId, event) {
    signal.capture({ distinctId: userId, event });
  },
  identify: (userId) => signal.identify({ distinctId: userId }),
  flush: () => signal.flush(),
};
