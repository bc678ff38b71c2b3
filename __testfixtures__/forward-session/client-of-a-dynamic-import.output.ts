import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { signal } = await import('@/lib/signal-server');
  signal.capture({ distinctId: distinctId || 'u1', event: 'order_opened', sessionId, windowId });
  (await import('@/lib/signal-server')).signal.capture({
    distinctId: distinctId || 'u1',
    event: 'order_paid',
    sessionId,
    windowId,
  });
  return Response.json({});
}
