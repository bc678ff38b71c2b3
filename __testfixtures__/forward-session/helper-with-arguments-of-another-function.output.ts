import { signal, getSessionInfo, type SessionInfo } from '@/lib/signal-server';

function track(userId: string, session?: SessionInfo) {
  const count = function () {
    return arguments.length;
  };
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'visited',
    properties: { arguments: count() },
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
