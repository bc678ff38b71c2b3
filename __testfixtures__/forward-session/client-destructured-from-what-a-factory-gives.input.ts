// @file app/api/orders/route.ts
import { connect } from '@/lib/tracking';

export async function POST(request: Request) {
  const { client, shutdown } = await connect();
  client.capture({ distinctId: 'u1', event: 'order_opened' });
  await shutdown();
  return Response.json({});
}

export async function DELETE(request: Request) {
  const tracking = await connect();
  tracking.client.capture({ distinctId: 'u1', event: 'order_removed' });
  return Response.json({});
}
