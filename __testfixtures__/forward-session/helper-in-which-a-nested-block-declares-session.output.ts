import { signal, getSessionInfo, type SessionInfo } from '@/lib/signal-server';

function track(userId: string, lines: string[], signalSession?: SessionInfo) {
  for (const line of lines) {
    const session = line.split('/')[0];
    signal.capture({
      distinctId: signalSession?.distinctId || userId,
      event: 'line_added',
      properties: { session },
      sessionId: signalSession?.sessionId,
      windowId: signalSession?.windowId,
    });
  }
}

export async function POST(request: Request) {
  const signalSession = getSessionInfo(request);
  const { userId, lines } = await request.json();
  const session = await openCheckout(lines);
  track(userId, [session.id], signalSession);
  return Response.json({});
}

declare function openCheckout(lines: unknown[]): Promise<{ id: string }>;
