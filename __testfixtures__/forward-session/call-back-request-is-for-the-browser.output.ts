import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(req: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(req);
  const { phone } = await req.json();
  signal.capture({
    distinctId: distinctId || phone,
    event: 'call_back_requested',
    sessionId,
    windowId,
  });
  return Response.json({ ok: true });
}
