// @file lib/auth.ts
import { signal } from '@/lib/signal-server';

export const authOptions = {
  events: {
    async createUser({ user }: { user: { id: string } }) {
      signal.capture({ distinctId: user.id, event: 'signed_up' });
    },
  },
};
