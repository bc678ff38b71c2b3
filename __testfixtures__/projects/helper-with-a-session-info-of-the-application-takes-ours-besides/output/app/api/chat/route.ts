import { openSession } from '@/lib/chat';
import { trackUsage } from '@/lib/usage';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const signalSession = getSessionInfo(request);
  const { userId } = await request.json();
  const session = await openSession(userId);
  trackUsage(userId, session, signalSession);
  return Response.json({ id: session.sessionId });
}
