'use server';

import { headers } from 'next/headers';
import { withUser } from '@/lib/auth';
import { signal, getSessionInfo } from '@/lib/signal-server';

export const createOrder = withUser(async (user, input: { plan: string }) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  signal.capture({
    distinctId: distinctId || user.id,
    event: 'order_created',
    properties: input,
    sessionId,
    windowId,
  });
});
