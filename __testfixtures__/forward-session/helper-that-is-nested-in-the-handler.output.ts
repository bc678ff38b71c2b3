import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { userId } = await request.json();
  const track = (event: string) =>
    signal.capture({ distinctId: distinctId || userId, event, sessionId, windowId });
  track('order_created');
  ['a', 'b'].forEach(track);
  return Response.json({});
}
