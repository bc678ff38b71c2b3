import NextAuth from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { signal, getSessionInfo } from '@/lib/signal-server';

export default NextAuth({
  providers: [
    Credentials({
      async authorize(credentials, req) {
        const { sessionId, windowId, distinctId } = getSessionInfo(req.headers);
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
});
