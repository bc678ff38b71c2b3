import { signal, getSessionInfo } from '@/lib/signal-server';

export async function GET(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  signal.capture({
    distinctId: distinctId || 'anon',
    event: 'feed_read',
    sessionId,
    windowId,
  });
  return Response.json([]);
}
