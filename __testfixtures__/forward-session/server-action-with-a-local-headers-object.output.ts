'use server';

import { headers as nextHeaders } from 'next/headers';
import { signal, getSessionInfo } from '@/lib/signal-server';

export const send = async (id: string) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(
    await nextHeaders(),
  );
  const headers = { authorization: 'x' };
  await fetch('https://api.example.com', { headers });
  signal.capture({
    distinctId: distinctId || id,
    event: 'sent',
    sessionId,
    windowId,
  });
};
