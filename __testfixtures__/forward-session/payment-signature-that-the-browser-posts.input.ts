// @file app/api/payments/verify/route.ts
import crypto from 'node:crypto';
import { signal } from '@/lib/signal-server';

export async function POST(req: Request) {
  const { orderId, paymentId, signature, userId } = await req.json();
  const expected = crypto
    .createHmac('sha256', process.env.PAYMENT_KEY!)
    .update(`${orderId}|${paymentId}`)
    .digest('hex');
  if (!crypto.timingSafeEqual(Buffer.from(expected), Buffer.from(signature))) {
    return new Response(null, { status: 400 });
  }
  signal.capture({ distinctId: userId, event: 'payment_verified' });
  return Response.json({ ok: true });
}
