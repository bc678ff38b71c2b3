import { trackOrder } from '@/lib/analytics';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  trackOrder(userId, 'order_created', session);
  return Response.json({ ok: true });
}

export async function DELETE(request: Request) {
  const session = getSessionInfo(request);
  trackOrder('admin', 'orders_cleared', session);
  return new Response(null, { status: 204 });
}
