import { createContext } from '@/server/context';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const ctx = await createContext({ request });
  ctx.signal?.capture({
    distinctId: distinctId || 'u1',
    event: 'order_opened',
    sessionId,
    windowId,
  });
  const { signal } = ctx;
  signal?.capture({
    distinctId: distinctId || 'u1',
    event: 'order_paid',
    sessionId,
    windowId,
  });
  return Response.json({});
}
