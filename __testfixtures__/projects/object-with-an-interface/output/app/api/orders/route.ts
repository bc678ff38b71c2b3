import { analytics } from '@/lib/analytics';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  analytics.identify(userId, session);
  analytics.track(userId, 'order_created', session);
  await analytics.flush();
  return Response.json({ ok: true });
}
