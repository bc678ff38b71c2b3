import { trackOrder } from '@/lib/analytics';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  trackOrder(userId, session);
  return Response.json({ ok: true });
}
