import { Analytics, Basket, TrackedCart } from '@/lib/cart';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  new TrackedCart('u').note('filled', session);
  new Basket().noted('u', session);
  Analytics.opened('u');
  return Response.json({ url: request.url });
}
