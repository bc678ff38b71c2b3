import { signal } from '@acme/analytics/server';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { userId } = await request.json();
  signal.capture({
    distinctId: distinctId || userId,
    event: 'order_created',
    sessionId,
    windowId,
  });
  return Response.json({ ok: true });
}
