import { stripe } from '@/lib/stripe';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { sessionId: checkoutId } = await request.json();
  const session = await stripe.checkout.sessions.retrieve(checkoutId);
  signal.capture({
    distinctId: distinctId || session.client_reference_id,
    event: 'checkout_confirmed',
    sessionId,
    windowId,
  });
  return Response.json({ paid: session.payment_status === 'paid' });
}
