import { signal, type SessionInfo } from './signal-server';

interface OrderOptions {
  userId: string;
  session: { plan: string };
  signalSession?: SessionInfo;
}

export function trackOrder({ userId, session, signalSession }: OrderOptions) {
  signal.capture({
    distinctId: signalSession?.distinctId || userId,
    event: 'order',
    properties: { plan: session.plan },
    sessionId: signalSession?.sessionId,
    windowId: signalSession?.windowId,
  });
}

export function trackCart(
  options: { userId: string; session: string; signalSession: string },
  signalSession2?: SessionInfo,
) {
  const { session, signalSession } = options;
  signal.capture({
    distinctId: signalSession2?.distinctId || options.userId,
    event: 'cart',
    properties: { session, signalSession },
    sessionId: signalSession2?.sessionId,
    windowId: signalSession2?.windowId,
  });
}
