import { track } from '@/lib/analytics';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { userId } = await request.json();
  track(userId, 'order_created');
  signal.capture({
    distinctId: distinctId || userId,
    event: 'order_seen',
    sessionId,
    windowId,
  });
  return Response.json({ ok: true });
}
