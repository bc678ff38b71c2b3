'use server';

import { headers } from 'next/headers';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function returned(id: string) {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  return signal.capture({
    distinctId: distinctId || id,
    event: 'returned',
    sessionId,
    windowId,
  });
}

export async function awaited(id: string) {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  await signal.capture({
    distinctId: distinctId || id,
    event: 'awaited',
    sessionId,
    windowId,
  });
  await signal.flush();
}

export async function both(id: string, ok: boolean) {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  ok &&
    signal.capture({
      distinctId: distinctId || id,
      event: 'ok',
      sessionId,
      windowId,
    });
  if (!ok)
    signal.capture({
      distinctId: distinctId || id,
      event: 'failed',
      sessionId,
      windowId,
    });
  else signal.identify({ distinctId: id, sessionId, windowId });
}
