import { headers } from 'next/headers';
import { toHandlers } from '@/lib/auth';
import { signal, getSessionInfo } from '@/lib/signal-server';

export const { GET, POST } = toHandlers({
  async onSignIn(user: { id: string }) {
    const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
    signal.capture({
      distinctId: distinctId || user.id,
      event: 'signed_in',
      sessionId,
      windowId,
    });
  },
});
