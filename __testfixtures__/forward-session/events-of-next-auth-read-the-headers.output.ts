import NextAuth from 'next-auth';
import { headers } from 'next/headers';
import { signal, getSessionInfo } from '@/lib/signal-server';

export const { handlers, auth } = NextAuth({
  events: {
    async signIn({ user }) {
      const { sessionId, windowId, distinctId } = getSessionInfo(
        await headers(),
      );
      signal?.capture({
        distinctId: distinctId || user.id,
        event: 'signed_in',
        sessionId,
        windowId,
      });
    },
  },
});
