import NextAuth from 'next-auth';
import { headers } from 'next/headers';
import { signal, getSessionInfo } from '@/lib/signal-server';

export const { handlers, auth, signIn } = NextAuth((req) => ({
  providers: [],
  callbacks: {
    authorized({ auth: session, request: { nextUrl, headers } }) {
      const { sessionId, windowId, distinctId } = getSessionInfo(headers);
      signal.capture({
        distinctId: distinctId || 'u1',
        event: nextUrl.pathname,
        sessionId,
        windowId,
      });
      return session !== null;
    },
    async jwt({ token, user, trigger }) {
      const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
      if (trigger === 'signUp')
        signal.capture({
          distinctId: distinctId || user.id,
          event: 'signed_up',
          sessionId,
          windowId,
        });
      return token;
    },
  },
}));
