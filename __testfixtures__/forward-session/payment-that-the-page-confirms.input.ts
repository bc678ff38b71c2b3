// @file app/api/checkout/confirm/route.ts
import { stripe } from '@/lib/stripe';
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId: checkoutId } = await request.json();
  const session = await stripe.checkout.sessions.retrieve(checkoutId);
  signal.capture({ distinctId: session.client_reference_id, event: 'checkout_confirmed' });
  return Response.json({ paid: session.payment_status === 'paid' });
}
