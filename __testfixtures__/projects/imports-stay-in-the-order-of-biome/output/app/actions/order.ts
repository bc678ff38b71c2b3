'use server';

import { headers } from 'next/headers';
import { caller } from '../../lib/auth';
import { getSessionInfo, signal } from '../../lib/signal-server';

export async function order(userId: string) {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  signal.capture({
    distinctId: distinctId || userId,
    event: 'ordered',
    sessionId,
    windowId,
  });
  return caller;
}
