// @file app/api/customers/stripe/route.ts
import type Stripe from 'stripe';
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const event: Stripe.Event = await request.json();
  switch (event.type) {
    case 'customer.created': {
      const distinctId = event.data.object.id;
      signal.capture({ distinctId, event: 'customer_created' });
      break;
    }
    case 'customer.deleted': {
      const distinctId = event.data.object.id;
      signal.capture({ distinctId, event: 'customer_deleted' });
      break;
    }
    default:
      break;
  }
  return Response.json({ received: true });
}
