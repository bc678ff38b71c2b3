import { signal, getSessionInfo, type SessionInfo } from '@/lib/signal-server';

function trackOrder(
  userId: string,
  order: { id: string; total: number },
  source: 'web' | 'api', // who asked
  session?: SessionInfo,
): void {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'order_created',
    properties: { ...order, source },
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const order = await request.json();
  trackOrder(
    order.userId,
    order,
    'web',
    session,
  );
  return Response.json({});
}
