import { signal, type SessionInfo } from '@/lib/signal-server';

export function log(name: string, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || 'worker',
    event: name,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}
