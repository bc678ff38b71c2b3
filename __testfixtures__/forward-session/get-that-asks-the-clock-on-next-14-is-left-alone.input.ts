// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

export async function GET() {
  signal.capture({ distinctId: 'anon', event: 'orders_read', properties: { at: Date.now() } });
  return Response.json({ at: new Date() });
}
