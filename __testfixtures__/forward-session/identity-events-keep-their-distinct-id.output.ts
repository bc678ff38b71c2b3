import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { userId, anonymousId } = await request.json();
  signal.capture({
    distinctId: userId,
    event: '$merge_dangerously',
    properties: { alias: anonymousId },
    sessionId,
    windowId,
  });
  signal.capture({
    distinctId: distinctId || userId,
    event: 'linked',
    sessionId,
    windowId,
  });
  return Response.json({});
}
