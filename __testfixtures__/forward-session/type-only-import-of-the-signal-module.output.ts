import type { SessionInfo } from '@/lib/signal-server';
import { signal } from '@/lib/analytics';
import { getSessionInfo } from '@/lib/signal-server';

export type Order = { id: string; session?: SessionInfo };

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const order: Order = await request.json();
  signal.capture({
    distinctId: distinctId || order.id,
    event: 'order_created',
    sessionId,
    windowId,
  });
  return Response.json(order);
}
