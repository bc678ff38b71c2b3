import { track } from '@/lib/analytics';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { userId } = await request.json();
  track(userId, 'order_created', getSessionInfo(request));
  return Response.json({ ok: true });
}
