// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

export async function GET() {
  const since = Date.now() - 60_000;
  const orders = await fetch(`https://orders.example.com/?since=${since}`);
  signal.capture({ distinctId: 'anon', event: 'orders_read' });
  return Response.json(await orders.json());
}
