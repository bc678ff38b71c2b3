import { signal, type SessionInfo } from '@/lib/signal-server';

export default function track(
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
