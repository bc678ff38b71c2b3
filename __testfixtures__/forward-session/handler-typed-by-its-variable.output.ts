import type { RouteHandler } from '@/lib/types';
import { signal, getSessionInfo } from '@/lib/signal-server';

export const POST: RouteHandler = async (request) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  signal.capture({
    distinctId: distinctId || 'u1',
    event: 'order_created',
    sessionId,
    windowId,
  });
  return Response.json({});
};
