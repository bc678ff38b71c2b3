import { analytics } from '@/lib/analytics';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const order = await request.json();
  analytics.trackPurchase(order, session);
  return Response.json({ ok: true });
}
