// @file app/api/orders/route.ts
import type { SessionInfo } from '@/lib/signal-server';
import { signal } from '@/lib/analytics';

export type Order = { id: string; session?: SessionInfo };

export async function POST(request: Request) {
  const order: Order = await request.json();
  signal.capture({ distinctId: order.id, event: 'order_created' });
  return Response.json(order);
}
