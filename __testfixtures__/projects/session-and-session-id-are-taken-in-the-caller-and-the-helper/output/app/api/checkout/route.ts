import { auth } from '@/lib/auth';
import {
  createCheckoutSession,
  trackCheckout,
  trackPaid,
} from '@/lib/checkout';
import { getSessionInfo, signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const signalSession = getSessionInfo(request);
  const session = await auth();
  const { id: sessionId, url } = await createCheckoutSession(session.user.id);
  trackCheckout({ id: sessionId, userId: session.user.id }, signalSession);
  signal.capture({
    distinctId: signalSession.distinctId || session.user.id,
    event: 'checkout_seen',
    properties: { sessionId },
    sessionId: signalSession.sessionId,
    windowId: signalSession.windowId,
  });
  return Response.json({ url });
}

export async function PUT(request: Request) {
  const session = getSessionInfo(request);
  const { sessionId, userId } = await request.json();
  trackPaid(userId, sessionId, session);
  return Response.json({ ok: true });
}
