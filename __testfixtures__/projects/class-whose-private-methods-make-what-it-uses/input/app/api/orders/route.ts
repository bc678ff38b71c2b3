import { analytics } from '@/lib/analytics';

export async function POST(request: Request) {
  const { userId } = await request.json();
  analytics.track(userId, 'order_placed');
  analytics.page(userId, '/orders');
  analytics.rename(userId, 'Ada');
  return Response.json({});
}
