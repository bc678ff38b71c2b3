import { signal, getSessionInfo } from '@/lib/signal-server';

export const POST = async function createOrder(req: Request): Promise<Response> {
  const { sessionId, windowId, distinctId } = getSessionInfo(req);
  signal.capture({ distinctId: distinctId || 'u1', event: 'order_created', sessionId, windowId });
  return Response.json({});
};
