import { track, trackAll } from '@/lib/track';

export async function POST(request) {
  const { userId } = await request.json();
  track({ distinctId: userId, event: 'order_placed' });
  trackAll({ userId, event: 'order_seen' });
  return Response.json({});
}
