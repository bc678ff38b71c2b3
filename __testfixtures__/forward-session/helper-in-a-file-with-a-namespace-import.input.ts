// @file app/api/orders/route.ts
import * as analytics from '@/lib/signal-server';

function track(event: string) {
  analytics.signal.capture({ distinctId: 'u1', event });
}

export async function POST(request: Request) {
  track('order_created');
  return Response.json({});
}
