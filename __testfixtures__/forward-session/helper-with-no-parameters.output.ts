import { signal, getSessionInfo, type SessionInfo } from '@/lib/signal-server';

function track(session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || 'system',
    event: 'order_created',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  track(session);
  return Response.json({});
}
