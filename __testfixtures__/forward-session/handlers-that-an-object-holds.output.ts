import { signal, getSessionInfo } from '@/lib/signal-server';

const handlers = {
  async POST(req: Request) {
    const { sessionId, windowId, distinctId } = getSessionInfo(req);
    signal.capture({
      distinctId: distinctId || 'u1',
      event: 'order_created',
      sessionId,
      windowId,
    });
    return Response.json({ url: req.url });
  },
  async PUT(request: Request) {
    const { sessionId, windowId, distinctId } = getSessionInfo(request);
    signal.capture({
      distinctId: distinctId || 'u1',
      event: 'order_replaced',
      sessionId,
      windowId,
    });
    return new Response();
  },
  PATCH: async ({ url, headers }: Request) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(headers);
    signal.capture({
      distinctId: distinctId || url,
      event: 'order_changed',
      sessionId,
      windowId,
    });
    return new Response();
  },
};

export const { POST, PUT, PATCH } = handlers;
