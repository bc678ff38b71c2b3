import { after } from 'next/server';
import { track } from '@/lib/analytics';
import { saveOrder } from '@/lib/orders';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const order = await request.json();
  try {
    await Promise.all([
      saveOrder(order),
      track(order.userId, 'order_created', session), // waits for the flush
    ]);
  } catch {
    await track(order.userId, 'order_failed', session);
  }
  after(() => track(order.userId, 'order_confirmed', session));
  after(async () => {
    await track(order.userId, 'order_archived', session);
  });
  return Response.json({ ok: true });
}
