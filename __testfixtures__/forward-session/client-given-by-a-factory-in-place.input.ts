// @file app/api/orders/route.ts
import { getSignal } from '@/lib/tracking';

export async function POST(request: Request) {
  getSignal().capture({ distinctId: 'u1', event: 'order_opened' });
  getSignal()?.identify({ distinctId: 'u1', properties: { plan: 'pro' } });
  (await getSignal()).capture({ distinctId: 'u1', event: 'order_paid' });
  const signal = await getSignal?.();
  signal?.capture({ distinctId: 'u1', event: 'order_closed' });
  return Response.json({});
}
