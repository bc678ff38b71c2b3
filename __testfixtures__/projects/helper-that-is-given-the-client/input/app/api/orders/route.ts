import { events, send } from '@/lib/analytics';
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { userId } = await request.json();
  send(signal, userId, 'order_created');
  events.seen(userId);
  return Response.json({ ok: true });
}
