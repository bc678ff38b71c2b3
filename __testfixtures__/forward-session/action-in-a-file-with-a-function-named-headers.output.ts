'use server';

import { headers as nextHeaders } from 'next/headers';
import { signal, getSessionInfo } from '@/lib/signal-server';

async function headers() {
  return { accept: 'application/json' };
}

export async function order(userId: string) {
  const { sessionId, windowId, distinctId } = getSessionInfo(
    await nextHeaders(),
  );
  signal.capture({
    distinctId: distinctId || userId,
    event: 'ordered',
    sessionId,
    windowId,
  });
  await fetch('https://shop.example', { headers: await headers() });
}
