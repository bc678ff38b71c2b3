'use server';

import { after } from 'next/server';
import { headers } from 'next/headers';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function saveAll(ids: string[]) {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  const saved = ids.map((id) => ({ id }));
  after(() => {
    signal.capture({
      distinctId: distinctId || 'me',
      event: 'saved',
      properties: { count: saved.length },
      sessionId,
      windowId,
    });
  });
  return saved;
}
