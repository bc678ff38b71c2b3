import { getSessionInfo, type SessionInfo as Ids, signal } from '@/lib/signal-server';

function track(userId: string, event: string, ids?: Ids) {
  signal.capture({
    distinctId: ids?.distinctId || userId,
    event,
    sessionId: ids?.sessionId,
    windowId: ids?.windowId,
  });
}

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  track('u1', 'order_created', session);
  return Response.json({});
}

export async function PUT(request: Request) {
  track('u1', 'order_changed', getSessionInfo(request));
  return Response.json({});
}
