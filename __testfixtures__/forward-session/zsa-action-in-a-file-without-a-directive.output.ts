import { createServerAction } from 'zsa';
import { headers } from 'next/headers';
import { signal, getSessionInfo } from '@/lib/signal-server';

export const createOrder = createServerAction().handler(async ({ input }) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  signal.capture({
    distinctId: distinctId || input.userId,
    event: 'order_created',
    sessionId,
    windowId,
  });
});
