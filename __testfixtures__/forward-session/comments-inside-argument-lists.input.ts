// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const order = await request.json();
  signal.capture(/* the order */ { distinctId: order.id /* theirs */, event: 'order_created' /* sic */ });
  signal.capture(
    // one of many
    {
      // who
      distinctId: order.id,
      event: 'order_paid',
      // nothing else
    },
    // done
  );
  signal.alias(order.id /* new */, order.email /* old */);
  signal.setPersonProperties(
    order.id,
    { plan: 'pro' }, // for now
    // session goes here
  );
  return Response.json({});
}
