// @file server/orders.ts
import { signal } from '@/lib/signal-server';

export async function POST() {
  signal.capture({ distinctId: 'u1', event: 'order_created' });
  return Response.json({});
}

export const list = async (request: Request) => {
  signal.capture({ distinctId: 'u1', event: 'orders_listed' });
  return Response.json([]);
};

export async function change(request: Request) {
  signal.capture({ distinctId: 'u1', event: 'order_changed' });
  return Response.json({});
}
