// @file pages/api/auth/[...nextauth].ts
import NextAuth from 'next-auth';
import { signal } from '@/lib/signal-server';

export default NextAuth({
  providers: [],
  events: {
    async createUser({ user }) {
      signal.capture({ distinctId: user.id, event: 'signed_up' });
    },
  },
});
