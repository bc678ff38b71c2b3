import { connect } from '@/lib/tracking';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { client, shutdown } = await connect();
  client.capture({
    distinctId: distinctId || 'u1',
    event: 'order_opened',
    sessionId,
    windowId,
  });
  await shutdown();
  return Response.json({});
}

export async function DELETE(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const tracking = await connect();
  tracking.client.capture({
    distinctId: distinctId || 'u1',
    event: 'order_removed',
    sessionId,
    windowId,
  });
  return Response.json({});
}
