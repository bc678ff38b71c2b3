import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId } = getSessionInfo(request);
  const payload = await request.json();
  signal.capture({
    distinctId: payload.userId,
    event: 'a',
    sessionId,
    windowId,
  });
  signal.capture({
    ...payload,
    sessionId: payload.sessionId ?? sessionId,
    windowId: payload.windowId ?? windowId,
  });
  return Response.json({});
}
