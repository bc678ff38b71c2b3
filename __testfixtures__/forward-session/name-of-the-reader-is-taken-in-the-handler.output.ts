import { signal, getSessionInfo as signalGetSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = signalGetSessionInfo(request);
  const getSessionInfo = (id: string) => ({ id });
  const { userId } = await request.json();
  signal.capture({
    distinctId: distinctId || getSessionInfo(userId).id,
    event: 'order_created',
    sessionId,
    windowId,
  });
  return Response.json({});
}
