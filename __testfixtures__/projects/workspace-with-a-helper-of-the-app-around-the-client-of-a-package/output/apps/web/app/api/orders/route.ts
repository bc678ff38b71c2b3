import { trackOrder } from '@/lib/events';
import { getSessionInfo } from '@/lib/session';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  trackOrder(userId, session);
  return Response.json({ ok: true });
}
