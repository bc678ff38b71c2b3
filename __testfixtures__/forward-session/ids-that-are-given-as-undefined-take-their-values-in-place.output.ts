import { getSessionInfo, signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { userId } = await request.json();
  signal.capture({ distinctId: distinctId || userId, event: 'ordered', sessionId, windowId });
  signal.identify({
    distinctId: userId,
    // filled in later
    sessionId,
    windowId,
    properties: { plan: 'pro' },
  });
  return Response.json({});
}

export async function PUT(request: Request) {
  const { userId } = await request.json();
  const { sessionId: signalId, windowId } = getSessionInfo(request);
  signal.capture({ distinctId: userId, event: 'changed', sessionId: signalId, windowId });
  return Response.json({});
}

export async function PATCH(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  signal.capture({
    distinctId: session.distinctId || userId,
    event: 'patched',
    sessionId: session.sessionId,
    windowId: session.windowId,
  });
  return Response.json({});
}

export async function DELETE(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { userId, payload } = await request.json();
  signal.capture({ sessionId, distinctId: distinctId || userId, event: 'deleted', windowId });
  signal.capture({
    ...payload,
    sessionId: payload?.sessionId ?? sessionId,
    distinctId: distinctId || payload.distinctId,
    windowId: payload?.windowId ?? windowId,
  });
  return Response.json({});
}
