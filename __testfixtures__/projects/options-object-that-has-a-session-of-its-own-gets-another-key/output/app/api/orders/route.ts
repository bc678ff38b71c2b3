import { trackCart, trackOrder } from '@/lib/analytics';
import { trackLook, trackVisit } from '@/lib/plain';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId, plan } = await request.json();
  trackOrder({ userId, session: { plan }, signalSession: session });
  trackCart({ userId, session: plan, signalSession: plan }, session);
  trackVisit({ userId, session: { plan }, signalSession: session });
  trackLook({ userId, session: { plan } }, session);
  return Response.json({});
}
