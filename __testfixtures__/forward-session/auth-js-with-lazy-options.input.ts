// @file auth.ts
import NextAuth from 'next-auth';
import { signal } from '@/lib/signal-server';

export const { handlers, auth, signIn } = NextAuth((req) => ({
  providers: [],
  callbacks: {
    authorized({ auth: session, request: { nextUrl } }) {
      signal.capture({ distinctId: 'u1', event: nextUrl.pathname });
      return session !== null;
    },
    async jwt({ token, user, trigger }) {
      if (trigger === 'signUp') signal.capture({ distinctId: user.id, event: 'signed_up' });
      return token;
    },
  },
}));
