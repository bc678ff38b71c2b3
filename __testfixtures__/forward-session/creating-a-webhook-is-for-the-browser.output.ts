import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(req: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(req);
  const { userId } = await req.json();
  signal.capture({
    distinctId: distinctId || userId,
    event: 'webhook_created',
    sessionId,
    windowId,
  });
  return Response.json({ ok: true });
}
