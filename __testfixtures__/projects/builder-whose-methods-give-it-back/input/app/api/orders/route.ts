import { event, query } from '@/lib/analytics';

export async function POST(request: Request) {
  const { userId, plan } = await request.json();
  event('order_placed').by(userId).with('plan', plan).with('from', 'cart').send();
  const later = event('order_packed').by(userId);
  if (plan) later.with('plan', plan).sendNow();
  query(userId).named('orders_read').run();
  return Response.json({});
}
