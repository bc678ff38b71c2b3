// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

function track() {
  signal.capture({ distinctId: 'system', event: 'order_created' });
}

export async function POST(request: Request) {
  track();
  return Response.json({});
}
