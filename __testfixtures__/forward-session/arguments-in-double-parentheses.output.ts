import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const payload = await request.json();
  signal.capture({
    ...(payload),
    distinctId: distinctId || payload.distinctId,
    sessionId: payload.sessionId ?? sessionId,
    windowId: payload.windowId ?? windowId,
  });
  signal.capture({
    ...((payload)),
    distinctId: distinctId || payload.distinctId,
    sessionId: payload.sessionId ?? sessionId,
    windowId: payload.windowId ?? windowId,
  });
  signal.capture(({
    distinctId: distinctId || ((payload.id)),
    event: 'wrapped',
    sessionId,
    windowId,
  }));
  signal.capture({
    distinctId: distinctId || ((payload.id ? 'a' : 'b')),
    event: 'conditional',
    sessionId,
    windowId,
  });
  signal.alias(((payload.id)), ((payload.alias)), sessionId, windowId);
  return Response.json({});
}
