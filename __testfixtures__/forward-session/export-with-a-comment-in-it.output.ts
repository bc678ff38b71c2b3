import { signal, getSessionInfo } from '@/lib/signal-server';

function withTracking(handler: (request: Request) => Promise<Response>) {
  return async (request: Request) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(request);
    const response = await handler(request);
    signal.capture({ distinctId: distinctId || 'u1', event: 'api_called', sessionId, windowId });
    return response;
  };
}

export /* the only method */ const POST = withTracking(async () => Response.json({}));
