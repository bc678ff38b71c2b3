import type { NextApiRequest, NextApiResponse } from 'next';
import type { NextAuthOptions } from 'next-auth';
import { getSessionInfo, signal } from '@/lib/signal-server';

export const authOptions = (req: NextApiRequest, res: NextApiResponse): NextAuthOptions => {
  const { sessionId, windowId, distinctId } = getSessionInfo(req);
  return ({
    providers: [],
    events: {
      async createUser({ user }) {
        signal.capture({
          distinctId: distinctId || user.id,
          event: 'signed_up',
          sessionId,
          windowId,
        });
      },
    },
  });
};
