// @file app/api/orders/route.ts
import * as analytics from '@/lib/signal-server';

export async function POST(request: Request) {
  const { userId } = await request.json();
  analytics.signal.capture({ distinctId: userId, event: 'order_created' });
  return Response.json({});
}
