import { track } from '@/lib/analytics/track';
import type { TrackParams } from '@/lib/analytics/types';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  await track({ userId, event: 'order_created', session });
  const seen: TrackParams = { userId, event: 'order_seen' };
  await track({ ...seen, session });
  return Response.json({ ok: true });
}
