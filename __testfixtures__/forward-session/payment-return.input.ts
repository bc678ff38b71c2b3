// @file app/api/stripe/checkout/success/route.ts
import { redirect } from 'next/navigation';
import { stripe } from '@/lib/stripe';
import { signal } from '@/lib/signal-server';

export async function GET(request: Request) {
  const id = new URL(request.url).searchParams.get('session_id');
  const session = await stripe.checkout.sessions.retrieve(id);
  signal.capture({ distinctId: session.client_reference_id, event: 'checkout_returned' });
  redirect('/thanks');
}
