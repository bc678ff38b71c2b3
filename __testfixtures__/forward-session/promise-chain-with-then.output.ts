import { createOrder } from '@/lib/orders';
import { signal, getSessionInfo } from '@/lib/signal-server';

export function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  return request
    .json()
    .then(createOrder)
    .then((order) => {
      signal.capture({
        distinctId: distinctId || order.userId,
        event: 'order_created',
        sessionId,
        windowId,
      });
      return Response.json(order);
    });
}
