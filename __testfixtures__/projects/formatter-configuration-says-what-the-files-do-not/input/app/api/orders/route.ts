import { signal } from '@/lib/signal-server';
import { trackShipmentOfEverything } from '@/lib/track';

export async function POST(request: Request) {
  const { orderNumber, customer, warehouse, reason } = await request.json();
  signal.capture({ distinctId: customer, event: 'ordered' });
  trackShipmentOfEverything(orderNumber, customer, `${warehouse}, ${reason}, to be shipped today`);
  return Response.json({ ok: true });
}
