import { withAuth } from 'next-auth/middleware';
import { signal, getSessionInfo } from '@/lib/signal-server';

export default withAuth(
  function middleware(request) {
    const { sessionId, windowId, distinctId } = getSessionInfo(request);
    signal.capture({
      distinctId: distinctId || request.nextauth.token.sub,
      event: 'visited',
      sessionId,
      windowId,
    });
  },
  { callbacks: { authorized: ({ token, req }) => Boolean(token) } },
);
