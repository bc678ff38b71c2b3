import { createAnalytics } from '@/lib/analytics';
import { orderAnalytics } from '@/lib/order-analytics';

export async function POST(request: Request) {
  const { userId } = await request.json();
  orderAnalytics.created(userId);
  return Response.json({ ok: true });
}

export async function DELETE(request: Request) {
  const { userId } = await request.json();
  const analytics = createAnalytics('archive');
  analytics.removed(userId);
  return Response.json({ ok: true });
}
