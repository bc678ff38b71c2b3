import { trackOrder } from '@/lib/analytics';

export async function POST(request: Request) {
  const { userId } = await request.json();
  trackOrder(userId, 'order_created');
  return Response.json({ ok: true });
}

export async function DELETE() {
  trackOrder('admin', 'orders_cleared');
  return new Response(null, { status: 204 });
}
