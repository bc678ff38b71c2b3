import { signal, type SessionInfo } from '@/lib/signal-server';

export const trackUser = (userId: string, session?: SessionInfo) => {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'user_seen',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
};
