// @file lib/auth.ts
import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { signal } from '@/lib/signal-server';

export const authOptions: NextAuthOptions = {
  providers: [
    CredentialsProvider({
      name: 'email',
      credentials: {},
      async authorize(credentials) {
        signal.capture({ distinctId: 'u1', event: 'credentials_checked' });
        return { id: 'u1' };
      },
    }),
  ],
  callbacks: {
    async signIn({ user }) {
      signal.capture({ distinctId: user.id, event: 'sign_in_started' });
      return true;
    },
  },
  events: {
    createUser: ({ user }) => signal.capture({ distinctId: user.id, event: 'signed_up' }),
    signOut({ token }) {
      signal.capture({ distinctId: token.sub, event: 'signed_out' });
    },
  },
};
