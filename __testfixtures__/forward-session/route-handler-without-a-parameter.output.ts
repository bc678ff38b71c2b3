import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request): Promise<
  Response
> {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  signal.capture({
    distinctId: distinctId || 'system',
    event: 'ping',
    sessionId,
    windowId,
  });
  return Response.json({ ok: true });
}
