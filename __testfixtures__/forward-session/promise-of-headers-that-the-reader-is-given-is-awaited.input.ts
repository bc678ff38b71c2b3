// @file app/actions.ts
'use server';

import { headers, type UnsafeUnwrappedHeaders } from 'next/headers';
import { getSessionInfo as readSession, signal } from '@/lib/signal-server';

export async function order(userId: string) {
  const headersList = headers();
  const { sessionId, windowId } = readSession(headersList);
  signal.capture({ distinctId: userId, event: 'ordered', sessionId, windowId });
}

export async function refund(userId: string) {
  const { sessionId, windowId } = readSession(headers() as any);
  signal.capture({ distinctId: userId, event: 'refunded', sessionId, windowId });
}

export async function review(userId: string) {
  const sessionId = (headers() as unknown as UnsafeUnwrappedHeaders).get('x-signal-session-id') ?? undefined;
  const windowId = headers().get('x-signal-window-id') ?? undefined;
  signal.capture({ distinctId: userId, event: 'reviewed', sessionId, windowId });
}

export async function share(userId: string) {
  const copied = new Headers(headers());
  const sessionId = copied.get('x-signal-session-id') ?? undefined;
  const windowId = copied.get('x-signal-window-id') ?? undefined;
  signal.capture({ distinctId: userId, event: 'shared', sessionId, windowId });
}
