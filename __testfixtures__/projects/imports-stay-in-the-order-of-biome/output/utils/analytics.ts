import { type SessionInfo, signal } from '@/lib/signal-server';

export async function track(
  userId: string,
  event: string,
  session?: SessionInfo,
) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}
