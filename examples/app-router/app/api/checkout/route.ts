import { type NextRequest, NextResponse } from 'next/server';
import { visitorId } from '@/lib/auth';
import { createCheckoutSession } from '@/lib/payments';
import { recordReferral } from '@/lib/referrals';
import { signal } from '@/lib/signal';

export async function POST(request: NextRequest) {
  const { items, referral } = (await request.json()) as { items: string[]; referral?: string };
  if (items.length === 0) {
    return NextResponse.json({ error: 'The cart is empty' }, { status: 400 });
  }

  const userId = await visitorId();
  // The payment provider's checkout session
  const { id: sessionId, url } = await createCheckoutSession(items);

  signal.capture({
    distinctId: userId,
    event: 'checkout_started',
    properties: { sessionId, items: items.length },
  });
  if (referral) recordReferral(userId, referral);

  return NextResponse.json({ sessionId, url });
}
