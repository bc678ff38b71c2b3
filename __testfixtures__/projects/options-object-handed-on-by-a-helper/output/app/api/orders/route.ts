import { trackOrder, trackTwice } from '@/lib/analytics';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  trackOrder(userId, session);
  trackTwice({ userId, event: 'order_seen' }, session);
  return Response.json({ ok: true });
}
