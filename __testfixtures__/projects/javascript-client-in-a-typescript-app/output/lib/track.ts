import type { SessionInfo } from 'signal-next/server';
import analytics from '@/lib/analytics';

export function track(userId: string, event: string, session?: SessionInfo) {
  analytics().capture({
    distinctId: session?.distinctId || userId,
    event,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}
