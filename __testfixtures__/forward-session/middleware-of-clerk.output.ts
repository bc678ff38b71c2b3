import { clerkMiddleware } from '@clerk/nextjs/server';
import { signal, getSessionInfo } from '@/lib/signal-server';

export default clerkMiddleware(async (auth, request) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { userId } = await auth();
  signal.capture({
    distinctId: distinctId || userId,
    event: 'visited',
    sessionId,
    windowId,
  });
});
