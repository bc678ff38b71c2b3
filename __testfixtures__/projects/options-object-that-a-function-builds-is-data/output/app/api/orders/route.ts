import { eventFor, track } from '@/lib/analytics';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  track(eventFor(userId), session);
  return Response.json({ ok: true });
}
