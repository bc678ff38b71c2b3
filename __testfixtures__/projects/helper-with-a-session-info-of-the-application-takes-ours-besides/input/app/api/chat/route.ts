import { openSession } from '@/lib/chat';
import { trackUsage } from '@/lib/usage';

export async function POST(request: Request) {
  const { userId } = await request.json();
  const session = await openSession(userId);
  trackUsage(userId, session);
  return Response.json({ id: session.sessionId });
}
