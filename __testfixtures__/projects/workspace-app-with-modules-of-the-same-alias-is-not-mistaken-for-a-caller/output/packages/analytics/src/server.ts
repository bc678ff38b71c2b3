import { createSignalServer, type SessionInfo } from 'signal-next/server';

const signal = createSignalServer({
  apiKey: process.env.SIGNAL_API_KEY ?? '',
});

export function trackOrder(userId: string, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'order_created',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}
