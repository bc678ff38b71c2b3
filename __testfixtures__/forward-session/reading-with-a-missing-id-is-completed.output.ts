import { getSessionInfo, signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  signal.identify({ distinctId: 'u1', sessionId, windowId });
  signal.capture({
    distinctId: distinctId || 'u1',
    event: 'a',
    sessionId,
    windowId,
  });
  return Response.json({});
}
