import { signal, getSessionInfo } from './signal-server';

type Handler = (request: Request) => Promise<Response>;

export function withEvent(event: string, handler: Handler): Handler {
  return async (request) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(request);
    signal.capture({
      distinctId: distinctId || 'visitor',
      event,
      sessionId,
      windowId,
    });
    return handler(request);
  };
}
