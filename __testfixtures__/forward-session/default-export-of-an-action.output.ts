'use server';

import { headers } from 'next/headers';
import { signal, getSessionInfo } from '@/lib/signal-server';

export default async function subscribe(email: string) {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  signal.capture({
    distinctId: distinctId || email,
    event: 'subscribed',
    sessionId,
    windowId,
  });
}
