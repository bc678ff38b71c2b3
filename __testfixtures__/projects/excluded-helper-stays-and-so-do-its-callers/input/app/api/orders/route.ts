import { track } from '@/lib/analytics';
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { userId } = await request.json();
  track(userId, 'order_created');
  signal.capture({ distinctId: userId, event: 'order_seen' });
  return Response.json({ ok: true });
}
