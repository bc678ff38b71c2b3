import { track, trackIds } from '@/lib/analytics';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { userId } = await request.json();
  const { sessionId, windowId } = getSessionInfo(request);
  track(userId, getSessionInfo(request));
  trackIds(userId, sessionId, windowId);
  return Response.json({ ok: true });
}
