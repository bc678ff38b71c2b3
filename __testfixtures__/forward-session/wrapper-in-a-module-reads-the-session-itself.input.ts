// @file lib/with-tracking.ts
import { signal } from '@/lib/signal-server';

type Handler = (request: Request, ...rest: unknown[]) => Promise<Response>;

export const withTracking =
  (event: string) =>
  (handler: Handler): Handler =>
  async (request, ...rest) => {
    signal.capture({ distinctId: 'u1', event });
    return handler(request, ...rest);
  };
