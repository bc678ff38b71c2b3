import { signal, getSessionInfo } from '@/lib/signal-server';

function track(req: Request, event: string) {
  const { sessionId, windowId, distinctId } = getSessionInfo(req);
  signal.capture({
    distinctId: distinctId || (req.headers.get('x-user') ?? 'anon'),
    event,
    sessionId,
    windowId,
  });
}

export async function POST(request: Request) {
  track(request, 'order_created');
  return Response.json({});
}
