// @file app/api/auth/[...all]/route.ts
import { toHandlers } from '@/lib/auth';
import { signal } from '@/lib/signal-server';

export const { GET, POST } = toHandlers({
  async onSignIn(user: { id: string }) {
    signal.capture({ distinctId: user.id, event: 'signed_in' });
  },
});
