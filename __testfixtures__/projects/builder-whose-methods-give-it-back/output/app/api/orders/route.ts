import { event, query } from '@/lib/analytics';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId, plan } = await request.json();
  event('order_placed').by(userId).with('plan', plan).with('from', 'cart').send(session);
  const later = event('order_packed').by(userId);
  if (plan) later.with('plan', plan).sendNow(session);
  query(userId).named('orders_read').run(session);
  return Response.json({});
}
