import * as analytics from '@/lib/analytics';
import { orders } from '@/lib/analytics';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  analytics.trackUser(userId, session);
  analytics.orders.trackOrder(userId, session);
  orders.trackOrder(userId, session);
  return Response.json({ ok: true });
}
