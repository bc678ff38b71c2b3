import { UserTracker } from '@/lib/analytics';

export async function POST(request: Request) {
  const { userId, page } = await request.json();
  const tracker = new UserTracker(userId);
  tracker.viewed(page);
  new UserTracker('all').viewed(page);
  return Response.json({ ok: true });
}
