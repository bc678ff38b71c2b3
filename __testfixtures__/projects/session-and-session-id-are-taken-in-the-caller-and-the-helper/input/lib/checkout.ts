import { signal } from './signal-server';

export async function createCheckoutSession(userId: string) {
  return { id: `cs_${userId}`, url: 'https://pay.example.com' };
}

type Checkout = { id: string; userId: string };

export function trackCheckout(session: Checkout) {
  signal.capture({
    distinctId: session.userId,
    event: 'checkout_started',
    properties: { sessionId: session.id },
  });
}

export function trackPaid(userId: string, sessionId: string) {
  signal.capture({
    distinctId: userId,
    event: 'checkout_paid',
    properties: { sessionId },
  });
}
