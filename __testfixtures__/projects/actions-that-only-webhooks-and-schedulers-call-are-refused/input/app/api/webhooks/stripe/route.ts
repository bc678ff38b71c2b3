import { cancelOrder, fulfilPayment } from '@/app/actions';
import { stripe } from '@/lib/stripe';

export async function POST(request: Request) {
  const signature = request.headers.get('stripe-signature') ?? '';
  const { data } = stripe.webhooks.constructEvent(await request.text(), signature, 'whsec');
  const { client_reference_id: userId, status } = data.object;
  if (status === 'expired') await cancelOrder(userId);
  else await settle(userId);
  return new Response(null, { status: 204 });
}

async function settle(userId: string) {
  await fulfilPayment(userId);
}
