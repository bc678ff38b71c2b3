import { getSessionInfo, signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  signal.identify({ distinctId: 'u', sessionId, windowId });
  signal.capture({
    distinctId: distinctId || 'u',
    event: 'x',
    sessionId,
    windowId,
  });
  return Response.json({});
}
