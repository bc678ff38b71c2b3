// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

const track = <T extends Record<string, unknown>>(userId: string, properties: T): T => {
  signal.capture({ distinctId: userId, event: 'order_created', properties });
  return properties;
};

export async function POST(request: Request) {
  const order = track<{ id: string }>('u1', await request.json());
  return Response.json(order);
}
