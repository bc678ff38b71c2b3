// @file app/api/orders/route.ts
import { getSignal } from '@/lib/tracking';

export async function POST(request: Request) {
  const signal = getSignal();
  signal.capture({ distinctId: 'u1', event: 'order_opened' });
  return Response.json({});
}
