import { stripe } from '@/lib/stripe';
import { track, trackAll } from '@/lib/track';

export async function POST(request) {
  const signature = request.headers.get('stripe-signature');
  const { data } = stripe.webhooks.constructEvent(await request.text(), signature, process.env.STRIPE_WEBHOOK_SECRET);
  const { userId, sessionId, windowId } = data.object.metadata;
  track({ distinctId: userId, event: 'order_paid', sessionId, windowId });
  trackAll({ userId, event: 'order_paid', sessionId, windowId });
  return new Response(null, { status: 204 });
}
