import { analytics } from '@/lib/analytics';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId, total } = await request.json();
  analytics.trackVisit(userId, session);
  analytics.trackPurchase(userId, total, session);
  return Response.json({ ok: true });
}
