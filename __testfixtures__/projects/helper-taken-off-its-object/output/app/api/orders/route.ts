import { analytics } from '@/lib/analytics';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  const { trackOrder } = analytics;
  trackOrder(userId, session);
  return Response.json({ ok: true });
}
