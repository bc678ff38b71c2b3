import { signal } from './signal-server';

/** They go on listening after the request. */
export function makeListeners(userId: string) {
  return {
    next: () => {
      signal.capture({ distinctId: userId, event: 'order_seen' });
    },
  };
}
