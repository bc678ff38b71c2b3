import { SignalTracker } from '@/lib/signal-tracker';
import type { Tracker } from '@/lib/tracker';
import { getSessionInfo } from '@/lib/signal-server';

const tracker: Tracker = new SignalTracker();

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  tracker.track(userId, 'order_created', session);
  tracker.trackAll(userId, ['a', 'b'], session);
  return Response.json({ ok: true });
}
