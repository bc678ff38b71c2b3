'use server';

import { headers } from 'next/headers';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function openWindow(windowId: string, sessionId: string, distinctId: string) {
  const {
    sessionId: signalSessionId,
    windowId: signalWindowId,
    distinctId: signalDistinctId,
  } = getSessionInfo(await headers());
  signal.capture({
    distinctId: signalDistinctId || distinctId,
    event: 'window_opened',
    properties: { windowId, sessionId },
    sessionId: signalSessionId,
    windowId: signalWindowId,
  });
}
