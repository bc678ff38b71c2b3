// @file app/api/stripe/events/route.ts
import { headers } from 'next/headers';
import { stripe } from '@/lib/stripe';
import { signal } from '@/lib/signal-server';

export async function POST(req: Request) {
  const body = await req.text();
  const signature = (await headers()).get('Stripe-Signature') ?? '';
  let event;
  try {
    event = await stripe.webhooks.constructEventAsync(body, signature, process.env.STRIPE_WEBHOOK_SECRET!);
  } catch {
    return new Response('bad signature', { status: 400 });
  }
  const checkout = event.data.object;
  signal.capture({ distinctId: checkout.client_reference_id, event: 'checkout_completed' });
  return Response.json({ received: true });
}
