import { identify, track } from '@/lib/analytics';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  identify(userId, session);
  track(userId, 'order_created', session);
  return Response.json({ ok: true });
}
