// @file app/actions.ts
'use server';

import { headers } from 'next/headers';
import { getSessionInfo, signal } from '@/lib/signal-server';

export async function order(userId: string) {
  const { sessionId, windowId } = await headers().then(getSessionInfo);
  signal.capture({ distinctId: userId, event: 'ordered', sessionId, windowId });
}

export async function refund(userId: string) {
  signal.capture({ distinctId: userId, event: 'refunded', ...(await headers().then(getSessionInfo)) });
}

export async function review(userId: string) {
  const session = await headers().then((list) => getSessionInfo(list));
  signal.capture({
    distinctId: userId,
    event: 'reviewed',
    sessionId: session.sessionId,
    windowId: await headers().then((list) => list.get('x-signal-window-id') ?? undefined),
  });
}
