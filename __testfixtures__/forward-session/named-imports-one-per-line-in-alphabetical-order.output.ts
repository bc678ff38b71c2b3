'use server';

import {
  cookies,
  draftMode,
  headers,
} from 'next/headers';
import {
  flush,
  getSessionInfo,
  signal,
} from '@/lib/signal-server';

export async function save(id: string) {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  const jar = await cookies();
  signal.capture({
    distinctId: distinctId || id,
    event: 'saved',
    properties: { size: jar.size, draft: await draftMode() },
    sessionId,
    windowId,
  });
  await flush();
}
