// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { userId, items } = await request.json();
  const send = (id: string, event: string) => signal.capture({ distinctId: id, event });
  send(userId, 'order_placed');
  items.forEach((item: string) => send(userId, `${item}_ordered`));
  return Response.json({});
}
