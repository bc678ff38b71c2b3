// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

export async function GET() {
  signal.capture({ distinctId: 'anon', event: 'orders_read' });
  return Response.json([]);
}

export async function HEAD() {
  return new Response(null);
}
