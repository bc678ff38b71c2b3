import { track } from '@/lib/analytics';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  track('order_created', undefined, undefined, undefined, session);
  track('order_seen', userId, undefined, undefined, session);
  track('order_dated', userId, {}, new Date(0), session);
  return Response.json({ ok: true });
}
