import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  require('../../../lib/signal-server').signal.capture({
    distinctId: distinctId || 'u1',
    event: 'order_opened',
    sessionId,
    windowId,
  });
  return Response.json({});
}
