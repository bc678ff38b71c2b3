// @file auth.ts
import NextAuth from 'next-auth';
import { signal } from '@/lib/signal-server';

export const { handlers, auth } = NextAuth({
  events: {
    async signIn({ user }) {
      signal?.capture({ distinctId: user.id, event: 'signed_in' });
    },
  },
});
