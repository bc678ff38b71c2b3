import { signal, type SessionInfo } from '@/lib/signal-server';

function track(userId: string, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'user_seen',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export { track as trackUser };

export default function trackLogin(userId: string, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'signed_in',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}
