import { trackOrder, trackRefund } from '@/lib/analytics';
import { getSessionInfo, signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  trackOrder(userId, session);
  return Response.json({ ok: true });
}

export async function DELETE(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { userId } = await request.json();
  trackRefund(userId);
  signal.capture({
    distinctId: distinctId || userId,
    event: 'order_deleted',
    sessionId,
    windowId,
  });
  return Response.json({ ok: true });
}

export async function PUT(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  trackRefund(userId);
  signal.identify({ distinctId: userId });
  return Response.json({ ok: true });
}
