import { signal, getSessionInfo, type SessionInfo } from '@/lib/signal-server';

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
  const pair = (await request.json()) as [string, string];
  track(...pair);
  track(pair[0], 'order_seen', session);
  return Response.json({});
}
