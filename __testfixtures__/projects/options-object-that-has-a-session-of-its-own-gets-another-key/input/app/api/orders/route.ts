import { trackCart, trackOrder } from '@/lib/analytics';
import { trackLook, trackVisit } from '@/lib/plain';

export async function POST(request: Request) {
  const { userId, plan } = await request.json();
  trackOrder({ userId, session: { plan } });
  trackCart({ userId, session: plan, signalSession: plan });
  trackVisit({ userId, session: { plan } });
  trackLook({ userId, session: { plan } });
  return Response.json({});
}
