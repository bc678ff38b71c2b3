// @file app/actions.ts
'use server';

import { headers } from 'next/headers';
import { use } from 'react';
import { getSessionInfo, signal } from '@/lib/signal-server';

async function readLater(promise: Promise<Headers>) {
  const headersList = await promise;
  return { sessionId: headersList.get('x-signal-session-id'), windowId: headersList.get('x-signal-window-id') };
}

export async function order(userId: string) {
  const promise = headers();
  const headersList = await promise;
  signal.capture({ distinctId: userId, event: 'ordered', ...getSessionInfo(headersList) });
}

export async function refund(userId: string) {
  const [headersList] = await Promise.all([headers()]);
  signal.capture({ distinctId: userId, event: 'refunded', ...getSessionInfo(headersList) });
}

export async function review(userId: string) {
  signal.capture({ distinctId: userId, event: 'reviewed', ...getSessionInfo(use(headers())) });
}

export async function share(userId: string) {
  signal.capture({ distinctId: userId, event: 'shared', ...(await readLater(headers())) });
}
