'use server';

import { headers as nextHeaders } from 'next/headers';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function order(userId: string) {
  const { sessionId, windowId, distinctId } = getSessionInfo(
    await nextHeaders(),
  );
  const send = async () => {
    const headers = { accept: 'application/json' };
    await fetch('https://shop.example', { headers });
  };
  await send();
  signal.capture({
    distinctId: distinctId || userId,
    event: 'ordered',
    sessionId,
    windowId,
  });
}
