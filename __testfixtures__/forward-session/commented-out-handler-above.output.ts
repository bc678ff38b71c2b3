import { signal, getSessionInfo } from '@/lib/signal-server';

// export async function GET() {
//   signal.capture({ distinctId: 'old', event: 'old' });
// }

/**
 * Creates an order.
 * @param req the request
 */
export async function POST(req: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(req);
  /* the cart */
  const cart = await req.json(); // trailing
  signal.capture({
    distinctId: distinctId || cart.userId,
    event: 'order_created',
    sessionId,
    windowId,
  }); // and here
  return Response.json(cart);
}
