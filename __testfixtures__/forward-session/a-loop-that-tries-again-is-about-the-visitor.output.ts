import { auth } from '@/lib/auth';
import { place } from '@/lib/orders';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { userId, items } = await request.json();
  for (let attempt = 0; attempt < 3; attempt++) {
    const customer = await findCustomer(userId);
    signal.capture({
      distinctId: distinctId || userId,
      event: 'order_tried',
      properties: { attempt },
      sessionId,
      windowId,
    });
    signal.capture({
      distinctId: distinctId || customer.id,
      event: 'order_tried',
      properties: { item: items[attempt] },
      sessionId,
      windowId,
    });
  }
  return Response.json(await place(items));
}

export async function PUT(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { items } = await request.json();
  let session;
  let attempts = 0;
  do {
    session = await auth();
    attempts++;
    signal.capture({
      distinctId: distinctId || session.user.id,
      event: 'order_tried',
      properties: { attempts },
      sessionId,
      windowId,
    });
  } while (!session && attempts < 3);
  while (attempts-- > 0) {
    var user = await auth();
    signal.capture({ distinctId: distinctId || user.id, event: 'order_tried', sessionId, windowId });
  }
  let id = session.user.id;
  while (items.length > 0) {
    id ??= items.pop();
    signal.capture({ distinctId: distinctId || id, event: 'item_taken', sessionId, windowId });
  }
  return Response.json({});
}
