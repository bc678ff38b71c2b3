// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

let sessionId = 0;
const windowId = 'main';
const session = { open: true };

function track(userId: string) {
  signal.capture({ distinctId: userId, event: 'ordered', properties: { open: session.open } });
}

export async function POST(request: Request) {
  const { userId } = await request.json();
  sessionId += 1;
  track(userId);
  return Response.json({ sessionId, windowId });
}

export async function PUT(request: Request) {
  const { userId } = await request.json();
  signal.capture({ distinctId: userId, event: 'changed', properties: { windowId } });
  const count = () => sessionId;
  return Response.json({ count: count() });
}
