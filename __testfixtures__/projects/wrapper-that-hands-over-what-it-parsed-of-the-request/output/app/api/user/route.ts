import { signal, getSessionInfo } from '@/lib/signal-server';
import { withUser } from '@/lib/wrap';

export const POST = withUser(async (req) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(req);
  signal.capture({
    distinctId: distinctId || req.nextUrl.pathname,
    event: 'seen',
    sessionId,
    windowId,
  });
  return { ok: true };
});
