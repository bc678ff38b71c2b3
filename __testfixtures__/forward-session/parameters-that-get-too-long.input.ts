// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

function trackOrder(userId: string, orderId: string, total: number): void {
  signal.capture({
    distinctId: userId,
    event: 'order_created',
    properties: { orderId, total },
  });
}

export async function POST(request: Request) {
  const { userId, orderId, total } = await request.json();
  trackOrder(userId, orderId, Math.round(total * 100) / 100 + 19.9900);
  return Response.json({
    ok: true,
  });
}
