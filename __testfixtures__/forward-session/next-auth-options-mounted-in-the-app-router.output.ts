import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { headers } from 'next/headers';
import { signal, getSessionInfo } from '@/lib/signal-server';

export const authOptions: NextAuthOptions = {
  providers: [
    CredentialsProvider({
      name: 'email',
      credentials: {},
      async authorize(credentials, request) {
        const { sessionId, windowId, distinctId } = getSessionInfo(request.headers);
        signal.capture({
          distinctId: distinctId || 'u1',
          event: 'credentials_checked',
          sessionId,
          windowId,
        });
        return { id: 'u1' };
      },
    }),
  ],
  callbacks: {
    async signIn({ user }) {
      const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
      signal.capture({
        distinctId: distinctId || user.id,
        event: 'sign_in_started',
        sessionId,
        windowId,
      });
      return true;
    },
  },
  events: {
    createUser: async ({ user }) => {
      const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
      return signal.capture({ distinctId: distinctId || user.id, event: 'signed_up', sessionId, windowId });
    },
    async signOut({ token }) {
      const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
      signal.capture({
        distinctId: distinctId || token.sub,
        event: 'signed_out',
        sessionId,
        windowId,
      });
    },
  },
};
