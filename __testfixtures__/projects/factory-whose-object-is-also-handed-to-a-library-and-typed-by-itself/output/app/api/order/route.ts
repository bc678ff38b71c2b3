import { setupAnalytics } from '@/lib/analytics';
import { orderPlaced } from '@/lib/orders';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  const analytics = await setupAnalytics(userId);
  analytics.track('opened', session);
  orderPlaced(analytics, session);
  return Response.json({});
}
