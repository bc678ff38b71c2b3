import { trackVisit } from '@/lib/analytics';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  trackVisit({ session });
  trackVisit({ session });
  trackVisit({ path: '/orders', session });
  return Response.json({ ok: true });
}
