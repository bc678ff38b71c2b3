import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) { // creates an order
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  // The order comes from the cart.
  const order = await request.json();
  signal.capture({
    distinctId: distinctId || order.userId,
    event: 'order_created',
    sessionId,
    windowId,
  });
  return Response.json(order);
}
