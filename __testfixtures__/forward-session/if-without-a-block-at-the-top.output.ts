import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  if (process.env.TRACK)
    signal.capture({ distinctId: distinctId || 'u1', event: 'flag_read', sessionId, windowId });

  return Response.json({});
}
