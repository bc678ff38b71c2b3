import { SignalTracker } from '@/lib/signal-tracker';
import type { Tracker } from '@/lib/tracker';

const tracker: Tracker = new SignalTracker();

export async function POST(request: Request) {
  const { userId } = await request.json();
  tracker.track(userId, 'order_created');
  tracker.trackAll(userId, ['a', 'b']);
  return Response.json({ ok: true });
}
