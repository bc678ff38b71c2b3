import { trackPayment } from '@/lib/analytics';

export async function POST(request: Request) {
  const body = await request.text();
  if (request.headers.get('stripe-signature') === null) {
    return new Response(null, { status: 400 });
  }
  trackPayment(JSON.parse(body).customer);
  return Response.json({ ok: true });
}
