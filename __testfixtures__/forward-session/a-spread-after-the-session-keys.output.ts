import { getSessionInfo, signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const extra = await request.json();
  signal.capture({ distinctId: 'u1', event: 'spread_last', sessionId, windowId, ...extra });
  signal.capture({
    distinctId: distinctId || 'u1',
    event: 'unforwarded',
    ...extra,
    sessionId: extra.sessionId ?? sessionId,
    windowId: extra.windowId ?? windowId,
  });
  return Response.json({});
}
