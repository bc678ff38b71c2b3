// @file app/api/orders/route.ts
import tracking = require('@/lib/signal-server');

export async function POST(request: Request) {
  tracking.signal.capture({ distinctId: 'u1', event: 'order_opened' });
  return Response.json({});
}
