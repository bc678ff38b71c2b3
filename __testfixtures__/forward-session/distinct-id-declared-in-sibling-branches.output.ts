import type Stripe from 'stripe';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const {
    sessionId,
    windowId,
    distinctId: signalDistinctId,
  } = getSessionInfo(request);
  const event: Stripe.Event = await request.json();
  switch (event.type) {
    case 'customer.created': {
      const distinctId = event.data.object.id;
      signal.capture({
        distinctId: signalDistinctId || distinctId,
        event: 'customer_created',
        sessionId,
        windowId,
      });
      break;
    }
    case 'customer.deleted': {
      const distinctId = event.data.object.id;
      signal.capture({
        distinctId: signalDistinctId || distinctId,
        event: 'customer_deleted',
        sessionId,
        windowId,
      });
      break;
    }
    default:
      break;
  }
  return Response.json({ received: true });
}
