import { setupAnalytics } from '@/lib/analytics';
import { orderPlaced } from '@/lib/orders';

export async function POST(request: Request) {
  const { userId } = await request.json();
  const analytics = await setupAnalytics(userId);
  analytics.track('opened');
  orderPlaced(analytics);
  return Response.json({});
}
