import { signal, getSessionInfo as signalGetSessionInfo } from '@/lib/signal-server';

function getSessionInfo(user: string) {
  return { user };
}

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = signalGetSessionInfo(request);
  const { userId } = await request.json();
  signal.capture({
    distinctId: distinctId || userId,
    event: 'ordered',
    properties: getSessionInfo(userId),
    sessionId,
    windowId,
  });
  return Response.json({});
}
