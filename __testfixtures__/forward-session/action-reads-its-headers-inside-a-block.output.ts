'use server';

import { headers } from 'next/headers';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function visit(id: string) {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  if (id) {
    const headersList = await headers();
    signal.capture({
      distinctId: distinctId || id,
      event: 'visited',
      properties: { agent: headersList.get('user-agent') },
      sessionId,
      windowId,
    });
  }
}
