'use server';

import { after } from 'next/server';
import { headers } from 'next/headers';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function createOrder(userId: string) {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  after(async () => {
    signal.capture({
      distinctId: distinctId || userId,
      event: 'order_created',
      sessionId,
      windowId,
    });
    await signal.flush();
  });
}
