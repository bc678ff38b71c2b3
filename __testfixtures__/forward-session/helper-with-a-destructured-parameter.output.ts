import { signal, getSessionInfo, type SessionInfo } from '@/lib/signal-server';

function track({
  userId,
  event,
  session,
}: {
  userId: string;
  event: string;
  session?: SessionInfo;
}) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  track({ userId, event: 'order_created', session });
  return Response.json({});
}
