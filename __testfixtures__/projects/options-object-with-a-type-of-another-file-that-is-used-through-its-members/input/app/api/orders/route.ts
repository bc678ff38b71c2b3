import { track } from '@/lib/analytics/track';
import type { TrackParams } from '@/lib/analytics/types';

export async function POST(request: Request) {
  const { userId } = await request.json();
  await track({ userId, event: 'order_created' });
  const seen: TrackParams = { userId, event: 'order_seen' };
  await track(seen);
  return Response.json({ ok: true });
}
