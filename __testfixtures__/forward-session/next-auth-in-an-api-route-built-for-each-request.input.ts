// @file pages/api/auth/[...nextauth].ts
import type { NextApiRequest, NextApiResponse } from 'next';
import NextAuth from 'next-auth';
import { signal } from '@/lib/signal-server';

export default async function auth(req: NextApiRequest, res: NextApiResponse) {
  return NextAuth(req, res, {
    providers: [],
    events: {
      createUser({ user }) {
        signal.capture({ distinctId: user.id, event: 'signed_up' });
      },
    },
  });
}
