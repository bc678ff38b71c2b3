import * as analytics from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = analytics.getSessionInfo(request);
  const { userId } = await request.json();
  analytics.signal.capture({
    distinctId: distinctId || userId,
    event: 'order_created',
    sessionId,
    windowId,
  });
  return Response.json({});
}
