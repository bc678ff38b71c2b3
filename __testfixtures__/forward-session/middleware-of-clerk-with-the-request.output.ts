import { clerkMiddleware } from '@clerk/nextjs/server';
import { signal, getSessionInfo } from '@/lib/signal-server';

export default clerkMiddleware(async (auth, req) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(req);
  const { userId } = await auth();
  signal.capture({
    distinctId: distinctId || userId,
    event: req.nextUrl.pathname,
    sessionId,
    windowId,
  });
});
