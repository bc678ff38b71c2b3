'use server';

import { headers } from 'next/headers';
import { actionClient } from '@/lib/safe-action';
import { signal, getSessionInfo } from '@/lib/signal-server';

async function handle({ parsedInput }) {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  signal.capture({
    distinctId: distinctId || parsedInput.userId,
    event: 'order_created',
    sessionId,
    windowId,
  });
}

export const createOrder = actionClient.schema(schema).action(handle);
