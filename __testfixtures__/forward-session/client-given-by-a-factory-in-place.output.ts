import { getSignal } from '@/lib/tracking';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  getSignal().capture({
    distinctId: distinctId || 'u1',
    event: 'order_opened',
    sessionId,
    windowId,
  });
  getSignal()?.identify({
    distinctId: 'u1',
    properties: { plan: 'pro' },
    sessionId,
    windowId,
  });
  (await getSignal()).capture({
    distinctId: distinctId || 'u1',
    event: 'order_paid',
    sessionId,
    windowId,
  });
  const signal = await getSignal?.();
  signal?.capture({
    distinctId: distinctId || 'u1',
    event: 'order_closed',
    sessionId,
    windowId,
  });
  return Response.json({});
}
