import { after } from 'next/server';
import { track } from '@/lib/analytics';
import { saveOrder } from '@/lib/orders';

export async function POST(request: Request) {
  const order = await request.json();
  try {
    await Promise.all([
      saveOrder(order),
      track(order.userId, 'order_created'), // waits for the flush
    ]);
  } catch {
    await track(order.userId, 'order_failed');
  }
  after(() => track(order.userId, 'order_confirmed'));
  after(async () => {
    await track(order.userId, 'order_archived');
  });
  return Response.json({ ok: true });
}
