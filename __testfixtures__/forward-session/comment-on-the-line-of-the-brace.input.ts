// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) { // creates an order
  // The order comes from the cart.
  const order = await request.json();
  signal.capture({ distinctId: order.userId, event: 'order_created' });
  return Response.json(order);
}
