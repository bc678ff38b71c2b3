import { trackRefund } from '@/lib/analytics';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request) {
  const session = getSessionInfo(request);
  const { userId, amount } = await request.json();
  trackRefund({ userId, amount, session });
  return Response.json({ ok: true });
}
