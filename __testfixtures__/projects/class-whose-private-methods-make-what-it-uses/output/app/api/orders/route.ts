import { analytics } from '@/lib/analytics';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  analytics.track(userId, 'order_placed', session);
  analytics.page(userId, '/orders', session);
  analytics.rename(userId, 'Ada', session);
  return Response.json({});
}
