import { classTracker, curried, typedTracker } from '@/lib/trackers';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  const tracker = classTracker('pro');
  tracker.track(userId, session);
  tracker.later(userId, session);
  curried('pro')(userId, session);
  typedTracker('pro').track(userId, session);
  return Response.json({});
}
