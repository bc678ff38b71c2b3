import { signal, type SessionInfo } from './signal-server';

export async function createCheckoutSession(userId: string) {
  return { id: `cs_${userId}`, url: 'https://pay.example.com' };
}

type Checkout = { id: string; userId: string };

export function trackCheckout(session: Checkout, signalSession?: SessionInfo) {
  signal.capture({
    distinctId: signalSession?.distinctId || session.userId,
    event: 'checkout_started',
    properties: { sessionId: session.id },
    sessionId: signalSession?.sessionId,
    windowId: signalSession?.windowId,
  });
}

export function trackPaid(
  userId: string,
  sessionId: string,
  session?: SessionInfo,
) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'checkout_paid',
    properties: { sessionId },
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}
