import { signal } from './signal-server';

interface OrderOptions {
  userId: string;
  session: { plan: string };
}

export function trackOrder({ userId, session }: OrderOptions) {
  signal.capture({ distinctId: userId, event: 'order', properties: { plan: session.plan } });
}

export function trackCart(options: { userId: string; session: string; signalSession: string }) {
  const { session, signalSession } = options;
  signal.capture({ distinctId: options.userId, event: 'cart', properties: { session, signalSession } });
}
