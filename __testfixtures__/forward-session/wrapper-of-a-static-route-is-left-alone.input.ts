// @file lib/with-tracking.ts
import { signal } from '@/lib/signal-server';

export function withTracking(handler: () => Promise<Response>) {
  return async (request: Request) => {
    signal.capture({ distinctId: 'u1', event: 'called' });
    return handler();
  };
}
