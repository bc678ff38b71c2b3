import { signal, getSessionInfo } from '@/lib/signal-server';
import { stripe } from '@/lib/stripe';

export async function POST(request: Request) {
  const {
    sessionId: signalSessionId,
    windowId,
    distinctId: signalDistinctId,
  } = getSessionInfo(request);
  const { sessionId } = await request.json();
  const checkout = await stripe.checkout.sessions.retrieve(sessionId);
  const distinctId = checkout.client_reference_id;
  signal.capture({
    distinctId: signalDistinctId || distinctId,
    event: 'checkout_completed',
    properties: { sessionId },
    sessionId: signalSessionId,
    windowId,
  });
  return Response.json({ status: checkout.status });
}
