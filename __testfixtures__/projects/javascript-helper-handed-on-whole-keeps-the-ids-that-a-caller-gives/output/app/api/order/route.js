import { track, trackAll } from '@/lib/track';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  track({ distinctId: userId, event: 'order_placed' }, session);
  trackAll({ userId, event: 'order_seen' }, session);
  return Response.json({});
}
