import type { NextApiRequest, NextApiResponse } from 'next';
import NextAuth from 'next-auth';
import { getSessionInfo, signal } from '@/lib/signal-server';

export default async function auth(req: NextApiRequest, res: NextApiResponse) {
  const { sessionId, windowId, distinctId } = getSessionInfo(req);
  return NextAuth(req, res, {
    providers: [],
    events: {
      createUser({ user }) {
        signal.capture({
          distinctId: distinctId || user.id,
          event: 'signed_up',
          sessionId,
          windowId,
        });
      },
    },
  });
}
