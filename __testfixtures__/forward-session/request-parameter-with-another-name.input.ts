// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(incoming: Request) {
  const request = await incoming.json();
  signal.capture({ distinctId: request.userId, event: 'order_created' });
  return Response.json({});
}
