import { signal, getSessionInfo, type SessionInfo } from '@/lib/signal-server';

function trackRead(count: number, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || 'feed',
    event: 'feed_read',
    properties: { count },
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export async function GET() {
  trackRead(0);
  return Response.json([]);
}

export async function PUT(request: Request) {
  const session = getSessionInfo(request);
  trackRead((await request.json()).length, session);
  return Response.json({});
}
