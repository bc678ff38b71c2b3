import { Analytics, Basket, TrackedCart } from '@/lib/cart';

export async function POST(request: Request) {
  new TrackedCart('u').note('filled');
  new Basket().noted('u');
  Analytics.opened('u');
  return Response.json({ url: request.url });
}
