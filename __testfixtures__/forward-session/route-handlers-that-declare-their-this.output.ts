import { signal, getSessionInfo, type SessionInfo } from '@/lib/signal-server';

export async function POST(this: void, request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  signal.capture({
    distinctId: distinctId || 'u1',
    event: 'order_placed',
    sessionId,
    windowId,
  });
  return Response.json({});
}

export async function PUT(this: void, request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  record.call({ source: 'web' }, userId);
  track(userId, 'order_changed', session);
  return Response.json({});
}

function track(
  this: void,
  userId: string,
  event: string,
  session?: SessionInfo,
) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

function record(this: { source: string }, userId: string) {
  return [this.source, userId];
}
