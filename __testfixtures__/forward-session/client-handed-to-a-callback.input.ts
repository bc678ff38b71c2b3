// @file app/api/orders/route.ts
import { withSignal } from '@/lib/with-signal';

export async function POST(request: Request) {
  await withSignal(async (client) => {
    client.capture({ distinctId: 'u1', event: 'order_opened' });
  });
  return Response.json({});
}
