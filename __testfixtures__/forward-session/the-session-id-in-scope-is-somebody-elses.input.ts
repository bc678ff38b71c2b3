// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';
import { stripe } from '@/lib/stripe';

export async function POST(request: Request) {
  const { sessionId } = await request.json();
  const checkout = await stripe.checkout.sessions.retrieve(sessionId);
  const distinctId = checkout.client_reference_id;
  signal.capture({ distinctId, event: 'checkout_completed', properties: { sessionId } });
  return Response.json({ status: checkout.status });
}
