import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(incoming: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(incoming);
  const request = await incoming.json();
  signal.capture({
    distinctId: distinctId || request.userId,
    event: 'order_created',
    sessionId,
    windowId,
  });
  return Response.json({});
}
