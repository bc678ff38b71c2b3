import * as analytics from '@/lib/analytics';
import { orders } from '@/lib/analytics';

export async function POST(request: Request) {
  const { userId } = await request.json();
  analytics.trackUser(userId);
  analytics.orders.trackOrder(userId);
  orders.trackOrder(userId);
  return Response.json({ ok: true });
}
