import { signal, getSessionInfo } from '../../../lib/signal-server';

export async function POST(request, { params } = {}) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  signal.capture({
    distinctId: distinctId || params.id,
    event: 'order_created',
    sessionId,
    windowId,
  });
  return Response.json({});
}
