// @file lib/auth.ts
import type { NextAuthOptions } from 'next-auth';
import { signal } from '@/lib/signal-server';

export const authOptions: NextAuthOptions = {
  events: {
    async createUser({ user }) {
      signal.capture({ distinctId: user.id, event: 'signed_up' });
    },
  },
};
