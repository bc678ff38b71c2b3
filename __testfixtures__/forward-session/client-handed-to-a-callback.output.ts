import { withSignal } from '@/lib/with-signal';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  await withSignal(async (client) => {
    client.capture({
      distinctId: distinctId || 'u1',
      event: 'order_opened',
      sessionId,
      windowId,
    });
  });
  return Response.json({});
}
