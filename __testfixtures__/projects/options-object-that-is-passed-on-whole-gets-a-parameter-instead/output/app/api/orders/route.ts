import { send } from '@/lib/analytics';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  send({ distinctId: userId, event: 'order_created' }, session);
  return Response.json({ ok: true });
}
