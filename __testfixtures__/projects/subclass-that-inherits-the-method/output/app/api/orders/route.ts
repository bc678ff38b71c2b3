import { orderTracker } from '@/lib/order-tracker';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  orderTracker.created(userId, session);
  return Response.json({ ok: true });
}
