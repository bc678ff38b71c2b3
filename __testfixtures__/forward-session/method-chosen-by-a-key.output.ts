import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId } = getSessionInfo(request);
  const { userId, isNew, plan } = await request.json();
  signal[isNew ? 'identify' : 'capture']({
    distinctId: userId,
    event: 'signed_in',
    sessionId,
    windowId,
  });
  signal[isNew ? 'setPersonProperties' : 'setPersonPropertiesOnce'](
    userId,
    { plan },
    sessionId,
    windowId,
  );
  return Response.json({ ok: true });
}
