import { auth } from '@/lib/auth';
import {
  createCheckoutSession,
  trackCheckout,
  trackPaid,
} from '@/lib/checkout';
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = await auth();
  const { id: sessionId, url } = await createCheckoutSession(session.user.id);
  trackCheckout({ id: sessionId, userId: session.user.id });
  signal.capture({
    distinctId: session.user.id,
    event: 'checkout_seen',
    properties: { sessionId },
  });
  return Response.json({ url });
}

export async function PUT(request: Request) {
  const { sessionId, userId } = await request.json();
  trackPaid(userId, sessionId);
  return Response.json({ ok: true });
}
