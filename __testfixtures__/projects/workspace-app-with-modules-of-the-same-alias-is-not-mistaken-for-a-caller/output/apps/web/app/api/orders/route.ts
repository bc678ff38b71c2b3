import { order } from '@/lib/orders';
import { getSessionInfo } from '@/lib/session';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  order(userId, session);
  return Response.json({ ok: true });
}
