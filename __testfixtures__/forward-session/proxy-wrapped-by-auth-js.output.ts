import { auth } from '@/auth';
import { signal, getSessionInfo } from '@/lib/signal-server';

export default auth((req) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(req);
  if (!req.auth)
    signal.capture({
      distinctId: distinctId || 'u1',
      event: 'turned_away',
      sessionId,
      windowId,
    });
});
