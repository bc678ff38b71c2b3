import { trackers } from '@/lib/events';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId, event } = await request.json();
  trackers[event]?.(userId, session);
  return Response.json({ ok: true });
}
