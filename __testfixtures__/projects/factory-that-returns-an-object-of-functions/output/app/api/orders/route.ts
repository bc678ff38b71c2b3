import { createAnalytics } from '@/lib/analytics';
import { orderAnalytics } from '@/lib/order-analytics';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  orderAnalytics.created(userId, session);
  return Response.json({ ok: true });
}

export async function DELETE(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  const analytics = createAnalytics('archive');
  analytics.removed(userId, session);
  return Response.json({ ok: true });
}
