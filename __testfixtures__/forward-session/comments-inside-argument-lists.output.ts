import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const order = await request.json();
  signal.capture(/* the order */ { distinctId: distinctId || order.id /* theirs */, event: 'order_created' /* sic */, sessionId, windowId });
  signal.capture(
    // one of many
    {
      // who
      distinctId: distinctId || order.id,
      event: 'order_paid',
      sessionId,
      windowId,
      // nothing else
    },
    // done
  );
  signal.alias(order.id /* new */, order.email /* old */, sessionId, windowId);
  signal.setPersonProperties(
    order.id,
    { plan: 'pro' }, // for now
    sessionId,
    windowId,
    // session goes here
  );
  return Response.json({});
}
