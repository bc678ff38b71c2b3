import { signal, getSessionInfo } from '@/lib/signal-server';
import { trackShipmentOfEverything } from '@/lib/track';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { orderNumber, customer, warehouse, reason } = await request.json();
  signal.capture({
    distinctId: session.distinctId || customer,
    event: 'ordered',
    sessionId: session.sessionId,
    windowId: session.windowId,
  });
  trackShipmentOfEverything(
    orderNumber,
    customer,
    `${warehouse}, ${reason}, to be shipped today`,
    session
  );
  return Response.json({ ok: true });
}
