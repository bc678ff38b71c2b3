import { signal, getSessionInfo, type SessionInfo } from '@/lib/signal-server';

function trackOrder(userId: string, event: string, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  signal.capture({
    distinctId: session.distinctId || userId,
    event: 'order_seen',
    sessionId: session.sessionId,
    windowId: session.windowId,
  });
  trackOrder(userId, 'order_created', session);
  return Response.json({});
}

export async function DELETE(request: Request) {
  const session = getSessionInfo(request);
  trackOrder('x', 'order_deleted', session);
  return Response.json({});
}
