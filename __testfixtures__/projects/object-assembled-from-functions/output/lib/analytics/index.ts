import { signal, type SessionInfo } from '../signal-server';
import { trackPurchase } from './purchases';

const trackVisit = (userId: string, session?: SessionInfo) =>
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'visited',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });

export const analytics = { trackPurchase, visited: trackVisit };
