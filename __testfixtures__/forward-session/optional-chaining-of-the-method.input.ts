// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  signal?.capture?.({ distinctId: 'u1', event: 'order_created' });
  signal!.identify({ distinctId: 'u1' });
  signal['alias']('u1', 'u2');
  void signal?.setPersonPropertiesOnce('u1', { first: true });
  return Response.json({});
}
