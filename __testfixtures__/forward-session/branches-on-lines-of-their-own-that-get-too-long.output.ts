import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { user } = await request.json();
  const a = user
    ? signal.capture({
        distinctId: distinctId || user.id,
        event: 'known to us already',
        sessionId,
        windowId,
      })
    : signal.capture({
        distinctId: distinctId || 'visitor',
        event: 'not known to us yet',
        sessionId,
        windowId,
      });
  return user
    ? signal.capture({
        distinctId: distinctId || user.id,
        event: 'known to us already',
        sessionId,
        windowId,
      })
    : Response.json({ a });
}
