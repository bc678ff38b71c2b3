// @file app/api/orders/route.ts
import { createOrder } from '@/lib/orders';
import { signal } from '@/lib/signal-server';

export function POST(request: Request) {
  return request
    .json()
    .then(createOrder)
    .then((order) => {
      signal.capture({ distinctId: order.userId, event: 'order_created' });
      return Response.json(order);
    });
}
