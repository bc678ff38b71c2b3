import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const payload = await request.json();
  signal.capture({ distinctId: payload.userId || distinctId!, event: 'a', sessionId, windowId });
  signal.capture({
    distinctId: (payload.userId ?? payload.email) || distinctId!,
    event: 'b',
    sessionId,
    windowId,
  });
  signal.capture({
    distinctId: (payload.ok ? 'x' : payload.y) || distinctId!,
    event: 'c',
    sessionId,
    windowId,
  });
  signal.capture({ distinctId: payload.ok ? 'x' : 'y', event: 'never empty', sessionId, windowId });
  signal.capture({
    distinctId: `user_${payload.id}`,
    event: 'never empty either',
    sessionId,
    windowId,
  });
  signal.capture({
    ...payload,
    distinctId: payload.distinctId || distinctId!,
    sessionId: payload.sessionId ?? sessionId,
    windowId: payload.windowId ?? windowId,
  });
  signal.identify({ distinctId: payload.userId, sessionId, windowId });
  return Response.json({});
}
