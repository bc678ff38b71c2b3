import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  // signal-next-ignore-next-line
  signal.capture({
    distinctId: distinctId || 'u1',
    event: 'a',
    sessionId,
    windowId,
  });
  return Response.json({});
}
