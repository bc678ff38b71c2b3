import { lazy } from '@/lib/lazy';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  lazy.capture({
    distinctId: distinctId || 'u1',
    event: 'order_opened',
    sessionId,
    windowId,
  });
  return Response.json({});
}
