'use server';

import { cookies, headers } from 'next/headers';
import { getSessionInfo, signal } from '@/lib/signal-server';

export async function visit(id: string) {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  const [jar, list] = await Promise.all([cookies(), headers()]);
  signal.capture({
    distinctId: distinctId || id,
    event: 'visited',
    properties: { agent: list.get('user-agent'), size: jar.size },
    sessionId,
    windowId,
  });
}

export async function revisit(id: string) {
  const h = await headers(),
    agent = h.get('user-agent');
  const { sessionId, windowId, distinctId } = getSessionInfo(h);
  signal.capture({ distinctId: distinctId || id, event: 'revisited', properties: { agent }, sessionId, windowId });
}
