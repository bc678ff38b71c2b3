import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  signal.capture({
    distinctId: distinctId || 'u1',
    event: 'order_created',
    sessionId,
    windowId,
  });
  return Response.json({});
}

export const list = async (request: Request) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  signal.capture({
    distinctId: distinctId || 'u1',
    event: 'orders_listed',
    sessionId,
    windowId,
  });
  return Response.json([]);
};

export async function change(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  signal.capture({
    distinctId: distinctId || 'u1',
    event: 'order_changed',
    sessionId,
    windowId,
  });
  return Response.json({});
}
