import { signal, getSessionInfo, type SessionInfo } from '@/lib/signal-server';

function track(req: Request, event: string, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || (req.headers.get('x-user') ?? 'anon'),
    event,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  track(request, 'order_created', session);
  return Response.json({});
}
