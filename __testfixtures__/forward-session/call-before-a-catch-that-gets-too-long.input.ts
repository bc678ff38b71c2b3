// @file app/api/orders/route.ts
import { after } from 'next/server';
import { signal } from '@/lib/signal-server';
import { report, waitUntil } from '@/lib/work';

async function track(userId: string, event: string, total: number) {
  signal.capture({ distinctId: userId, event, properties: { total } });
}

export async function POST(request: Request) {
  const { id, isPaid } = await request.json();
  await track(id, 'short', 1).catch(() => {});
  await track(id, 'order_placed_by_a_visitor_once_more', 1).catch(() => {});
  void track(id, 'order_placed_by_a_visitor_once_more', 1).catch(console.error);
  track(id, 'order_placed_by_a_visitor', 1).catch((error) => report(error, id));
  const one = await track(id, 'order_placed_by_visitor', 1).catch(() => null);
  const two = await track(id, 'order_placed', 1).then(report, waitUntil);
  if (isPaid) await track(id, 'order_placed_by_a_visitor', 1).catch(() => {});
  after(() => track(id, 'order_placed_by_a_visitor_of', 1).catch(() => {}));
  waitUntil(track(id, 'order_placed_by_a_visitor_of_it', 1).catch(() => {}));
  const three = isPaid && (await track(id, 'order_placed_by_a_visitor', 12));
  let x = id;
  x = isPaid && (await track(id, 'order_placed_by_a_visitor_of_the_shop', 12));
  return Response.json({ one, two, three, x });
}
