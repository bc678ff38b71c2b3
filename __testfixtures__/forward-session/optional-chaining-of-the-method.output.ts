import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  signal?.capture?.({
    distinctId: distinctId || 'u1',
    event: 'order_created',
    sessionId,
    windowId,
  });
  signal!.identify({ distinctId: 'u1', sessionId, windowId });
  signal['alias']('u1', 'u2', sessionId, windowId);
  void signal?.setPersonPropertiesOnce(
    'u1',
    { first: true },
    sessionId,
    windowId,
  );
  return Response.json({});
}
