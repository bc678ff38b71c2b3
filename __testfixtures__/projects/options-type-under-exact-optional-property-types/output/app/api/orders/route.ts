import { trackOrder } from '@/lib/analytics';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId, total } = await request.json();
  trackOrder({ userId, total, session });
  trackOrder({
    userId: 'admin',
    total,
    session,
  });
  return Response.json({ ok: true });
}
