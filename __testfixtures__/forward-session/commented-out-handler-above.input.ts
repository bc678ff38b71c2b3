// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

// export async function GET() {
//   signal.capture({ distinctId: 'old', event: 'old' });
// }

/**
 * Creates an order.
 * @param req the request
 */
export async function POST(req: Request) {
  /* the cart */
  const cart = await req.json(); // trailing
  signal.capture({ distinctId: cart.userId, event: 'order_created' }); // and here
  return Response.json(cart);
}
