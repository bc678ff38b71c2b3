// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';
import { resolveTenant } from '@/lib/tenant';

export async function GET(request: Request) {
  void resolveTenant(request);
  signal.capture({ distinctId: 'shop', event: 'orders_read' });
  return Response.json({});
}
