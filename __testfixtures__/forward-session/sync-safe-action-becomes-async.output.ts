'use server';

import { headers } from 'next/headers';
import { actionClient } from '@/lib/safe-action';
import { signal, getSessionInfo } from '@/lib/signal-server';

export const ping = actionClient.schema(schema).action(async ({ parsedInput }) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  signal.capture({
    distinctId: distinctId || parsedInput.userId,
    event: 'pinged',
    sessionId,
    windowId,
  });
});
