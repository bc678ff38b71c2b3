import { signal, getSessionInfo, type SessionInfo as SignalSessionInfo } from '@/lib/signal-server';

function track<SessionInfo extends { id: string }>(
  userId: string,
  info: SessionInfo,
  session?: SignalSessionInfo,
) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'ordered',
    properties: { id: info.id },
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  track(userId, { id: 'a' }, session);
  return Response.json({});
}
