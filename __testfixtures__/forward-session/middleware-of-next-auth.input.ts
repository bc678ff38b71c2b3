// @file middleware.ts
import { withAuth } from 'next-auth/middleware';
import { signal } from '@/lib/signal-server';

export default withAuth(
  function middleware(request) {
    signal.capture({ distinctId: request.nextauth.token.sub, event: 'visited' });
  },
  { callbacks: { authorized: ({ token, req }) => Boolean(token) } },
);
