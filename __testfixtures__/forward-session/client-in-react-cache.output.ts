import { getSignal } from '@/lib/tracking';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const signal = getSignal();
  signal.capture({
    distinctId: distinctId || 'u1',
    event: 'order_opened',
    sessionId,
    windowId,
  });
  return Response.json({});
}
