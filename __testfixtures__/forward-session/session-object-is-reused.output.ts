import { getSessionInfo, signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  signal.capture({ distinctId: session.distinctId || 'u1', event: 'a', ...session });
  signal.capture({
    distinctId: session.distinctId || 'u1',
    event: 'b',
    sessionId: session.sessionId,
    windowId: session.windowId,
  });
  return Response.json({});
}
