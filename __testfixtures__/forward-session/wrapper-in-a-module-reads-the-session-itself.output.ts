import { signal, getSessionInfo } from '@/lib/signal-server';

type Handler = (request: Request, ...rest: unknown[]) => Promise<Response>;

export const withTracking =
  (event: string) =>
  (handler: Handler): Handler =>
  async (request, ...rest) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(request);
    signal.capture({
      distinctId: distinctId || 'u1',
      event,
      sessionId,
      windowId,
    });
    return handler(request, ...rest);
  };
