// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

export const POST = async function createOrder(req: Request): Promise<Response> {
  signal.capture({ distinctId: 'u1', event: 'order_created' });
  return Response.json({});
};
