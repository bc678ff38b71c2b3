import { createSafeActionClient } from 'next-safe-action';
import { headers } from 'next/headers';
import { signal, getSessionInfo } from '@/lib/signal-server';

export type Client = typeof actionClient;

export const actionClient = createSafeActionClient().use(async ({ next }) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  signal.capture({
    distinctId: distinctId || 'u1',
    event: 'action_called',
    sessionId,
    windowId,
  });
  return next();
});
