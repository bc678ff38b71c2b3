import { signal } from '@/lib/analytics';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { userId } = await request.json();
  signal.capture({
    distinctId: distinctId || userId,
    event: 'order_placed',
    sessionId,
    windowId,
  });
  signal.identify({ distinctId: userId, sessionId, windowId });
  return Response.json({});
}
