import { createHandler } from '@/lib/handlers';
import { signal, getSessionInfo } from '@/lib/signal-server';

export const { GET, POST } = createHandler({
  POST: async (req: Request) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(req);
    signal.capture({
      distinctId: distinctId || 'u1',
      event: 'order_created',
      sessionId,
      windowId,
    });
    return Response.json({});
  },
});
