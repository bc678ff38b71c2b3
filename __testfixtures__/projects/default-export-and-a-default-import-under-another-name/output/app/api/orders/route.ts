import sendEvent from '@/lib/track';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  sendEvent(userId, 'order_created', session);
  return Response.json({ ok: true });
}
