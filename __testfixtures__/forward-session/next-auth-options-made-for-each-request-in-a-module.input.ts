// @file lib/auth-options.ts
import type { NextApiRequest, NextApiResponse } from 'next';
import type { NextAuthOptions } from 'next-auth';
import { signal } from '@/lib/signal-server';

export const authOptions = (req: NextApiRequest, res: NextApiResponse): NextAuthOptions => ({
  providers: [],
  events: {
    async createUser({ user }) {
      signal.capture({ distinctId: user.id, event: 'signed_up' });
    },
  },
});
