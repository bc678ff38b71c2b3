'use server';

import { headers } from 'next/headers';
import { signal, getSessionInfo } from '@/lib/signal-server';

export const ping = async (id: string) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  return signal.capture({
    distinctId: distinctId || id,
    event: 'ping',
    sessionId,
    windowId,
  });
};
