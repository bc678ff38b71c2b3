import { trackPayment } from '@/lib/analytics';
import { verifySignature } from '@/lib/stripe';

export async function POST(request: Request) {
  const body = await request.text();
  if (!verifySignature(body, request.headers.get('stripe-signature'))) {
    return new Response(null, { status: 400 });
  }
  trackPayment(JSON.parse(body).customer);
  return Response.json({ ok: true });
}
