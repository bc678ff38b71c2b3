// @file pages/api/auth/[...nextauth].ts
import NextAuth from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { signal } from '@/lib/signal-server';

export default NextAuth({
  providers: [
    Credentials({
      async authorize(credentials, req) {
        signal.capture({ distinctId: 'u1', event: 'credentials_checked' });
        return { id: 'u1' };
      },
    }),
  ],
});
