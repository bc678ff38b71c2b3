import { UserTracker } from '@/lib/analytics';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId, page } = await request.json();
  const tracker = new UserTracker(userId);
  tracker.viewed(page, session);
  new UserTracker('all').viewed(page, session);
  return Response.json({ ok: true });
}
