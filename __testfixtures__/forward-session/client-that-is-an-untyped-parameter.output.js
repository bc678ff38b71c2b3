import { signal, getSessionInfo } from '@/lib/signal-server';

function track(client, event, userId, session) {
  client.capture({
    distinctId: session?.distinctId || userId,
    event,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export async function POST(request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  track(signal, 'order_opened', userId, session);
  return Response.json({});
}
