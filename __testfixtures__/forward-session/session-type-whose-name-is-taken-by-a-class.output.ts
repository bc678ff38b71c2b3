import {
  signal,
  getSessionInfo,
  type SessionInfo as SignalSessionInfo,
} from '@/lib/signal-server';

class SessionInfo {
  id = '';
}

function track(userId: string, session?: SignalSessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'ordered',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  track(userId, session);
  return Response.json({});
}

export const kind: SessionInfo | undefined = undefined;
