import * as analytics from '@/lib/signal-server';

function track(event: string, session?: analytics.SessionInfo) {
  analytics.signal.capture({
    distinctId: session?.distinctId || 'u1',
    event,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export async function POST(request: Request) {
  const session = analytics.getSessionInfo(request);
  track('order_created', session);
  return Response.json({});
}
