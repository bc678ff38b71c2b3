// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

function trackOrder(
  userId: string,
  order: { id: string; total: number },
  source: 'web' | 'api', // who asked
): void {
  signal.capture({
    distinctId: userId,
    event: 'order_created',
    properties: { ...order, source },
  });
}

export async function POST(request: Request) {
  const order = await request.json();
  trackOrder(
    order.userId,
    order,
    'web',
  );
  return Response.json({});
}
