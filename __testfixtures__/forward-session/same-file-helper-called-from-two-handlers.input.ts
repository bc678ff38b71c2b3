// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

function trackOrder(userId: string, event: string) {
  signal.capture({ distinctId: userId, event });
}

export async function POST(request: Request) {
  const { userId } = await request.json();
  signal.capture({ distinctId: userId, event: 'order_seen' });
  trackOrder(userId, 'order_created');
  return Response.json({});
}

export async function DELETE(request: Request) {
  trackOrder('x', 'order_deleted');
  return Response.json({});
}
