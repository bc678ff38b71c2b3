import { track } from '@/lib/analytics';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  track({ id: userId }, 'order_created', session);
  track('admin', 'order_seen', session);
  return Response.json({ ok: true });
}
