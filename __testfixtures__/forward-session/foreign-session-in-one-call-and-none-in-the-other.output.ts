import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const checkout = await request.json();
  signal.capture({ distinctId: checkout.userId, event: 'checkout_started', sessionId: checkout.id });
  signal.capture({ distinctId: distinctId || checkout.userId, event: 'checkout_seen', sessionId, windowId });
  return Response.json({});
}
