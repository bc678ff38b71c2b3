import { track, trackFrom } from '@/lib/track';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  track({ distinctId: userId, event: 'ordered' }, session);
  trackFrom({ distinctId: userId, event: 'ordered' }, 'api', session);
  return Response.json({});
}
