// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';
import { resolveTenant } from '@/lib/tenant';

export async function GET(request: Request) {
  const tenant = await resolveTenant(request);
  signal.capture({ distinctId: tenant.id, event: 'orders_read' });
  return Response.json({ tenant });
}
