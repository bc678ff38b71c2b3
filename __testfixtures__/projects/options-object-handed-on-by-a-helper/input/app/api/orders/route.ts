import { trackOrder, trackTwice } from '@/lib/analytics';

export async function POST(request: Request) {
  const { userId } = await request.json();
  trackOrder(userId);
  trackTwice({ userId, event: 'order_seen' });
  return Response.json({ ok: true });
}
