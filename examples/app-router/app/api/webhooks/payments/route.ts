import { verifySignature } from '@/lib/payments';
import { signal } from '@/lib/signal';

export async function POST(request: Request) {
  const body = await request.text();
  if (!verifySignature(body, request.headers.get('x-payments-signature'))) {
    return new Response('Bad signature', { status: 400 });
  }
  const { type, customer, amount } = JSON.parse(body) as { type: string; customer: string; amount: number };
  if (type === 'payment.succeeded') {
    signal.capture({ distinctId: customer, event: 'order_paid', properties: { amount } });
  }
  return new Response(null, { status: 204 });
}
