import { trackOrder } from '@/lib/analytics';
import { saveOrder } from '@/lib/orders';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const order = await saveOrder(await request.json());
  trackOrder(order, session);
  return Response.json(order);
}
