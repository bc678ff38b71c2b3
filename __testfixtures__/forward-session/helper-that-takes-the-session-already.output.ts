import { getSessionInfo, type SessionInfo, signal } from '@/lib/signal-server';

function track(userId: string, event: string, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
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
