// @file app/api/orders/route.ts
import { getSessionInfo, signal } from '@/lib/signal-server';

type Message = { distinctId: string; event: string; sessionId?: string; windowId?: string };

const queue: Message[] = [];

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { userId } = await request.json();
  queue.push({ distinctId: distinctId || userId, event: 'order_placed', sessionId, windowId });
  while (queue.length > 20) {
    const message = queue.shift();
    if (message) signal.capture(message);
  }
  return Response.json({});
}
