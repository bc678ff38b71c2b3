import { events, send } from '@/lib/analytics';
import { getSessionInfo, signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  send(signal, userId, 'order_created', session);
  events.seen(userId, session);
  return Response.json({ ok: true });
}
