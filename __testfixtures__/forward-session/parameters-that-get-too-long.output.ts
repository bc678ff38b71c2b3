import { signal, getSessionInfo, type SessionInfo } from '@/lib/signal-server';

function trackOrder(
  userId: string,
  orderId: string,
  total: number,
  session?: SessionInfo,
): void {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'order_created',
    properties: { orderId, total },
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId, orderId, total } = await request.json();
  trackOrder(userId, orderId, Math.round(total * 100) / 100 + 19.9900, session);
  return Response.json({
    ok: true,
  });
}
