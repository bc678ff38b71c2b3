import { signal, getSessionInfo, type SessionInfo } from '@/lib/signal-server';

const track = <T extends Record<string, unknown>>(
  userId: string,
  properties: T,
  session?: SessionInfo,
): T => {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'order_created',
    properties,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
  return properties;
};

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const order = track<{ id: string }>('u1', await request.json(), session);
  return Response.json(order);
}
