import { classTracker, curried, typedTracker } from '@/lib/trackers';

export async function POST(request: Request) {
  const { userId } = await request.json();
  const tracker = classTracker('pro');
  tracker.track(userId);
  tracker.later(userId);
  curried('pro')(userId);
  typedTracker('pro').track(userId);
  return Response.json({});
}
