import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { userId, items } = await request.json();
  const send = (id: string, event: string) =>
    signal.capture({ distinctId: distinctId || id, event, sessionId, windowId });
  send(userId, 'order_placed');
  items.forEach((item: string) => send(userId, `${item}_ordered`));
  return Response.json({});
}
