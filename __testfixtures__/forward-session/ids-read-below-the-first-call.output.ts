import { getSessionInfo, signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const {
    sessionId: signalSessionId,
    windowId: signalWindowId,
    distinctId,
  } = getSessionInfo(request);
  signal.capture({
    distinctId: distinctId || 'u1',
    event: 'early',
    sessionId: signalSessionId,
    windowId: signalWindowId,
  });
  const { sessionId, windowId } = getSessionInfo(request);
  signal.identify({ distinctId: 'u1', sessionId, windowId });
  return Response.json({});
}
