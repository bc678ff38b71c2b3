// @file app/api/orders/route.ts
import { auth } from '@/lib/auth';
import { place } from '@/lib/orders';
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { userId, items } = await request.json();
  for (let attempt = 0; attempt < 3; attempt++) {
    const customer = await findCustomer(userId);
    signal.capture({ distinctId: userId, event: 'order_tried', properties: { attempt } });
    signal.capture({ distinctId: customer.id, event: 'order_tried', properties: { item: items[attempt] } });
  }
  return Response.json(await place(items));
}

export async function PUT(request: Request) {
  const { items } = await request.json();
  let session;
  let attempts = 0;
  do {
    session = await auth();
    attempts++;
    signal.capture({ distinctId: session.user.id, event: 'order_tried', properties: { attempts } });
  } while (!session && attempts < 3);
  while (attempts-- > 0) {
    var user = await auth();
    signal.capture({ distinctId: user.id, event: 'order_tried' });
  }
  let id = session.user.id;
  while (items.length > 0) {
    id ??= items.pop();
    signal.capture({ distinctId: id, event: 'item_taken' });
  }
  return Response.json({});
}
