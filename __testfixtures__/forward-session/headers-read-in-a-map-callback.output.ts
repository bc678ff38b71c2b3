'use server';

import { headers } from 'next/headers';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function debugIds(userId: string) {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  const ids = ['x-signal-session-id', 'x-signal-window-id'].map((name) => headers().get(name));
  signal.capture({
    distinctId: distinctId || userId,
    event: 'debugged',
    properties: { ids },
    sessionId,
    windowId,
  });
}
