import { signal, type SessionInfo } from './signal-server';

export function trackOrder(userId: string, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'order_created',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export function trackRefund({
  userId,
  amount,
  session,
}: {
  userId: string;
  amount: number;
  session?: SessionInfo;
}) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'order_refunded',
    properties: { amount },
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}
