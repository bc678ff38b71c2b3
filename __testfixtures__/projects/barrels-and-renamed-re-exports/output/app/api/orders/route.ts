import { seen, trackLogin as login, trackOrder } from '@/lib';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  login(userId, session);
  seen(userId, session);
  trackOrder(userId, session);
  return Response.json({ ok: true });
}
